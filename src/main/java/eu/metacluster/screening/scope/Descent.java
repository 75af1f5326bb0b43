package eu.metacluster.screening.scope;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the lowest point of a smooth convex function of some dozens of numbers: limited-memory BFGS
 * (Liu and Nocedal, "On the limited memory BFGS method for large scale optimization", 1989) with
 * halved steps. Deterministic.
 */
final class Descent {

  private static final int ROUNDS = 200;
  private static final int MEMORY = 8;
  private static final int HALVINGS = 30;
  private static final double FLAT = 1e-6;

  private final Function function;
  private final Deque<double[][]> memory = new ArrayDeque<>();

  private Descent(Function function) {
    this.function = function;
  }

  /** Writes the gradient at the point and returns the value there. */
  interface Function {
    double at(double[] point, double[] gradient);
  }

  static double[] lowest(Function function, double[] start) {
    return new Descent(function).run(start.clone());
  }

  private double[] run(double[] start) {
    double[] point = start;
    double[] gradient = new double[point.length];
    double value = function.at(point, gradient);
    for (int round = 0; round < ROUNDS && dot(gradient, gradient) > FLAT * FLAT; round++) {
      double[] direction = direction(gradient);
      double slope = dot(direction, gradient);
      double[] next = point;
      double[] nextGradient = gradient;
      double nextValue = value;
      double step = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
      for (int halving = 0; halving < HALVINGS; halving++, step /= 2) {
        next = moved(point, direction, step);
        nextGradient = new double[point.length];
        nextValue = function.at(next, nextGradient);
        if (nextValue <= value + 1e-4 * step * slope) {
          break;
        }
      }
      if (nextValue >= value) {
        return point;
      }
      remember(moved(next, point, -1), moved(nextGradient, gradient, -1));
      point = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return point;
  }

  private void remember(double[] move, double[] change) {
    if (dot(move, change) > 1e-12) {
      memory.addLast(new double[][] {move, change});
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
    }
  }

  private double[] direction(double[] gradient) {
    double[] direction = new double[gradient.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -gradient[i];
    }
    double[] shares = new double[memory.size()];
    int at = memory.size();
    for (Iterator<double[][]> back = memory.descendingIterator(); back.hasNext(); ) {
      double[][] pair = back.next();
      shares[--at] = dot(pair[0], direction) / dot(pair[0], pair[1]);
      direction = moved(direction, pair[1], -shares[at]);
    }
    if (!memory.isEmpty()) {
      double[][] last = memory.getLast();
      scale(direction, dot(last[0], last[1]) / dot(last[1], last[1]));
    }
    for (double[][] pair : memory) {
      double share = dot(pair[1], direction) / dot(pair[0], pair[1]);
      direction = moved(direction, pair[0], shares[at++] - share);
    }
    return direction;
  }

  private static double[] moved(double[] from, double[] direction, double step) {
    double[] moved = from.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    return moved;
  }

  private static void scale(double[] values, double times) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= times;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
