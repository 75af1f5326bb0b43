package eu.metacluster.screening.linkage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A sum of small decision trees over features: the logarithm of the odds, and how much of it each
 * feature brought.
 *
 * @param feature of each node, -1 at a leaf
 * @param threshold a value up to it goes left
 * @param missingLeft whether an unknown value goes left
 * @param left first child's node; the second child's is in {@code right}
 * @param value mean of the node, at a leaf what the tree says
 */
record Trees(
    int[] roots,
    int[] feature,
    float[] threshold,
    boolean[] missingLeft,
    int[] left,
    int[] right,
    float[] value,
    float base) {

  private static final int VERSION = 1;
  private static final int MOST = 1 << 20;

  /** Logarithm of the odds; adds to each feature's place what its decisions changed. */
  double odds(double[] features, double[] shares) {
    double sum = base;
    for (int root : roots) {
      int node = root;
      while (feature[node] >= 0) {
        double given = features[feature[node]];
        boolean goesLeft = Double.isNaN(given) ? missingLeft[node] : given <= threshold[node];
        int next = goesLeft ? left[node] : right[node];
        shares[feature[node]] += value[next] - value[node];
        node = next;
      }
      sum += value[node];
    }
    return sum;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(VERSION);
    out.writeInt(roots.length);
    out.writeInt(feature.length);
    out.writeFloat(base);
    for (int root : roots) {
      out.writeInt(root);
    }
    for (int node = 0; node < feature.length; node++) {
      out.writeByte(feature[node]);
      out.writeFloat(threshold[node]);
      out.writeBoolean(missingLeft[node]);
      out.writeInt(left[node]);
      out.writeInt(right[node]);
      out.writeFloat(value[node]);
    }
  }

  static Trees read(DataInputStream in) throws IOException {
    if (in.readInt() != VERSION) {
      throw new IOException("the weights are of another version");
    }
    int trees = in.readInt();
    int nodes = in.readInt();
    if (trees < 0 || nodes < 0 || trees > MOST || nodes > MOST) {
      throw new IOException("the weights are damaged");
    }
    float base = in.readFloat();
    Trees read = empty(trees, nodes, base);
    for (int i = 0; i < trees; i++) {
      read.roots[i] = in.readInt();
    }
    for (int node = 0; node < nodes; node++) {
      read.feature[node] = in.readByte();
      read.threshold[node] = in.readFloat();
      read.missingLeft[node] = in.readBoolean();
      read.left[node] = in.readInt();
      read.right[node] = in.readInt();
      read.value[node] = in.readFloat();
    }
    return read;
  }

  static Trees empty(int trees, int nodes, float base) {
    return new Trees(
        new int[trees],
        new int[nodes],
        new float[nodes],
        new boolean[nodes],
        new int[nodes],
        new int[nodes],
        new float[nodes],
        base);
  }
}
