package pointwise.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pointwise.op.Network;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The networks by the names of their tables in src/test/resources/networks. */
public final class Published {
  private static final Map<String, Supplier<Network>> NETWORKS = new LinkedHashMap<>();

  static {
    NETWORKS.put("lenet5_1998", LeNet::lenet1998);
    NETWORKS.put("lenet5_modern_28same", LeNet::modern28);
    NETWORKS.put("lenet5_modern_32", LeNet::modern32);
    NETWORKS.put("alexnet_2012", AlexNet::alexnet2012);
    NETWORKS.put("alexnet_ungrouped", AlexNet::ungrouped);
    NETWORKS.put("alexnet_torchvision", AlexNet::torchvision);
    NETWORKS.put("vgg_a", Vgg::a);
    NETWORKS.put("vgg_a_lrn", Vgg::aLrn);
    NETWORKS.put("vgg_b", Vgg::b);
    NETWORKS.put("vgg_c", Vgg::c);
    NETWORKS.put("vgg_d", Vgg::d);
    NETWORKS.put("vgg_e", Vgg::e);
    NETWORKS.put("nin_imagenet", NetworkInNetwork::imagenet);
    NETWORKS.put("nin_cifar10", NetworkInNetwork::cifar10);
    NETWORKS.put("googlenet_caffe", GoogLeNet::caffe);
    NETWORKS.put("googlenet_caffe_aux", GoogLeNet::caffeWithHeads);
    NETWORKS.put("googlenet_torchvision", GoogLeNet::torchvision);
    NETWORKS.put("googlenet_torchvision_aux", GoogLeNet::torchvisionWithHeads);
    NETWORKS.put("googlenet_bn_true5x5", GoogLeNet::normalised);
    NETWORKS.put("bn_inception_paper", BnInception::paper);
    NETWORKS.put("bn_inception_tfslim", BnInception::tfSlim);
    NETWORKS.put("inception_v3", InceptionV3::v3);
    NETWORKS.put("inception_v3_aux", InceptionV3::withHead);
    NETWORKS.put("mobilenet_v1", MobileNet::v1);
    NETWORKS.put("mobilenet_v1_fullconv", MobileNet::fullConv);
    NETWORKS.put("squeezenet1_0", SqueezeNet::v10);
    NETWORKS.put("squeezenet1_1", SqueezeNet::v11);
    NETWORKS.put("toy_nin_3x3x2", OwnNetworks::toy);
    NETWORKS.put("rethinking_table1_stem", OwnNetworks::stem);
  }

  private Published() {}

  /** The names of all tables. */
  public static List<String> names() {
    return List.copyOf(NETWORKS.keySet());
  }

  /** The network that a table describes. */
  public static Network network(String name) {
    return NETWORKS.get(name).get();
  }

  /** The rows of a file in src/test/resources/networks, by column. */
  public static List<Map<String, String>> rows(String file) {
    Table table =
        Table.read()
            .usingOptions(
                CsvReadOptions.builder(Published.class.getResourceAsStream("/networks/" + file))
                    .columnTypes(column -> ColumnType.STRING));
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < table.rowCount(); i++) {
      Map<String, String> row = new LinkedHashMap<>();
      for (String column : table.columnNames()) {
        row.put(column, table.getString(i, column));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The rows of a file for all networks that belong to one. */
  public static List<Map<String, String>> rows(String file, String network) {
    return rows(file).stream().filter(row -> row.get("network").equals(network)).toList();
  }

  /** The number in a column. */
  public static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }
}
