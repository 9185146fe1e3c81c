/** What a person looks at: tables, charts and drawings that survive in every notebook. */
package pointwise.view;
