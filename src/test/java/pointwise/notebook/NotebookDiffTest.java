package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookDiffTest {
  private static final String TEXT = "direct 330,000,000\\nreduced 37,800,000\\n";
  private static final String PICTURE = "<img alt='x' src='data:image/svg+xml;base64,AAAA'> 42";

  @Test
  void theSameIsNoDifference() throws JsonProcessingException {
    assertThat(between(stdout(TEXT), stdout(TEXT))).isEmpty();
    assertThat(between(html("", PICTURE), html("", PICTURE))).isEmpty();
  }

  @Test
  void aWrongNumberNamesItsCellAndLine() throws JsonProcessingException {
    assertThat(between(stdout(TEXT.replace("37,8", "38,7")), stdout(TEXT)))
        .singleElement()
        .asString()
        .contains("cell 1, id totals, 'compare(a, b)'")
        .contains("stdout differs")
        .contains("line 2, expected: reduced 38,700,000")
        .contains("line 2, actual:   reduced 37,800,000");
  }

  @Test
  void linesMayBeAListOrOneText() throws JsonProcessingException {
    String list =
        stdout(TEXT)
            .replace("\"" + TEXT + "\"", "[\"direct 330,000,000\\n\", \"reduced 37,800,000\\n\"]");
    assertThat(between(list, stdout(TEXT))).isEmpty();
  }

  @Test
  void aTimingMayDiffer() throws JsonProcessingException {
    String timing = stdout(TEXT).replace("[]", "[\"timing\"]");
    assertThat(between(timing, timing.replace("330", "331"))).isEmpty();
  }

  @Test
  void aPictureIsToldByItsAlternative() throws JsonProcessingException {
    assertThat(between(html("", PICTURE), html("", PICTURE.replace("AAAA", "BBBB"))))
        .singleElement()
        .asString()
        .contains("cell 1, id totals", "the picture 'x' in text/html differs");
  }

  @Test
  void aCellOfPicturesMayDifferInTheirBytesOnly() throws JsonProcessingException {
    String before = html("\"picture\"", PICTURE);
    assertThat(between(before, html("\"picture\"", PICTURE.replace("AAAA", "BBBB")))).isEmpty();
    assertThat(between(before, html("\"picture\"", PICTURE.replace("'x'", "'y'")))).hasSize(1);
    assertThat(between(before, html("\"picture\"", PICTURE.replace("42", "43")))).hasSize(1);
  }

  @Test
  void anOutputMoreOrLessIsTold() throws JsonProcessingException {
    String none = notebook("", "");
    assertThat(between(none, stdout(TEXT))).singleElement().asString().contains("more than");
    assertThat(between(stdout(TEXT), none)).singleElement().asString().contains("no longer shows");
    assertThat(between(stdout(TEXT), stdout(TEXT).replace("stdout", "stderr")))
        .anySatisfy(message -> assertThat(message).contains("the form stderr is new"));
  }

  @Test
  void metadataAndOrderOfExecutionCount() throws JsonProcessingException {
    String before = stdout(TEXT);
    assertThat(between(before.replace("\"execution_count\": 2", "\"execution_count\": 7"), before))
        .singleElement()
        .asString()
        .contains("run number 7");
    assertThat(between(before.replace("\"name\": \"java\"", "\"name\": \"ijava\""), before))
        .singleElement()
        .asString()
        .contains("metadata");
  }

  private static List<String> between(String committed, String fresh)
      throws JsonProcessingException {
    return NotebookDiff.between(Notebook.parse(committed), Notebook.parse(fresh));
  }

  private static String stdout(String text) {
    return notebook(
        "",
        """
        {"output_type": "stream", "name": "stdout", "text": "%s"}"""
            .formatted(text));
  }

  private static String html(String tags, String html) {
    return notebook(
        tags,
        """
        {"output_type": "execute_result", "execution_count": 2, "metadata": {},
         "data": {"text/html": "%s", "text/plain": "a picture"}}"""
            .formatted(html.replace("'", "\\\"")));
  }

  /** A heading, and a code cell with those tags and outputs. */
  static String notebook(String tags, String outputs) {
    return """
    {"metadata": {"kernelspec": {"name": "java"}}, "nbformat": 4, "nbformat_minor": 5, "cells": [
      {"cell_type": "markdown", "id": "question", "metadata": {}, "source": "# What is it for?"},
      {"cell_type": "code", "id": "totals", "metadata": {"tags": [%s]}, "execution_count": 2,
       "source": ["compare(a, b)\\n", "// both"], "outputs": [%s]}
    ]}
    """
        .formatted(tags, outputs);
  }
}
