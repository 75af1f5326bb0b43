package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;

/** Lays the values of one document after the other side by side, see {@link SegmentFacets}. */
final class FacetLines {

  /** Facets whose values often come together: those of many documents are one number then. */
  private static final List<List<Facet>> TOGETHER =
      List.of(
          List.of(
              Facet.KIND,
              Facet.STATE,
              Facet.SOURCE,
              Facet.FRAMEWORK,
              Facet.FUNDER,
              Facet.STATUS,
              Facet.BUDGET,
              Facet.TYPE,
              Facet.ROLE,
              Facet.SCOPE,
              Facet.FRESHNESS),
          List.of(Facet.YEAR, Facet.END, Facet.SCHEME, Facet.PROGRAMME, Facet.CALL),
          List.of(Facet.PILLAR, Facet.TECHNOLOGY, Facet.CANCER, Facet.TISSUE));

  /** By facet: which of these it is in, below zero for none. */
  private static final int[] GROUPS = groups();

  private final FacetNames names;
  private final byte[] facets;
  private final int[] starts;
  private final int[] farStarts;
  private char[] near = new char[1 << 10];
  private int[] far = new int[1 << 6];
  private int document;
  private int nearEnd;
  private int farEnd;

  /** Of the document at hand: the values of each group. */
  private final int[][] groups = new int[TOGETHER.size()][16];

  private final int[] sizes = new int[TOGETHER.size()];

  FacetLines(FacetNames names, int documents) {
    this.names = names;
    facets = names.facets();
    starts = new int[documents + 1];
    farStarts = new int[documents + 1];
  }

  private static int[] groups() {
    int[] groups = new int[Facet.values().length];
    Arrays.fill(groups, -1);
    for (int group = 0; group < TOGETHER.size(); group++) {
      for (Facet facet : TOGETHER.get(group)) {
        groups[facet.ordinal()] = group;
      }
    }
    return groups;
  }

  /** One more value of the document at hand. */
  void add(int number) {
    if (number >= FacetNames.FAR) {
      far = ArrayUtil.grow(far, farEnd + 1);
      far[farEnd++] = number;
      return;
    }
    int group = GROUPS[facets[number]];
    if (group < 0) {
      put(number);
    } else {
      groups[group] = ArrayUtil.grow(groups[group], sizes[group] + 1);
      groups[group][sizes[group]++] = number;
    }
  }

  private void put(int number) {
    near = ArrayUtil.grow(near, nearEnd + 1);
    near[nearEnd++] = (char) number;
  }

  /** The document at hand has no more; the next one follows. */
  void end() {
    for (int group = 0; group < groups.length; group++) {
      together(Arrays.copyOf(groups[group], sizes[group]));
      sizes[group] = 0;
    }
    document++;
    starts[document] = nearEnd;
    farStarts[document] = farEnd;
  }

  private void together(int[] values) {
    Arrays.sort(values);
    int number = values.length < 2 ? -1 : names.together(values);
    if (number >= 0) {
      put(number);
    } else {
      for (int value : values) {
        put(value);
      }
    }
  }

  /** All documents. */
  SegmentFacets done(int[] numbers, int[][] ranges) {
    return new SegmentFacets(
        starts,
        Arrays.copyOf(near, nearEnd),
        farStarts,
        Arrays.copyOf(far, farEnd),
        numbers,
        ranges);
  }
}
