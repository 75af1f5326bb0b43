package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/**
 * The values of all facets, each known by a number that it keeps as long as the index is open:
 * whoever looks at a later state of the index need not number again what was there before. Any
 * number of threads may use it.
 */
final class FacetNames {

  /** Between a facet's word and its value in a term. */
  private static final byte BETWEEN = 0x1F;

  private final BytesRefHash terms = new BytesRefHash();
  private final BytesRef one = new BytesRef();
  private final BytesRef other = new BytesRef();

  /** By the value's number: the number of its facet. */
  private byte[] facets = new byte[1 << 10];

  /** The number of a value of this facet, by the term that the index keeps of it. */
  synchronized int number(Facet facet, BytesRef term) {
    int number = terms.add(term);
    if (number < 0) {
      return -number - 1;
    }
    if (number == facets.length) {
      facets = Arrays.copyOf(facets, number * 3 / 2);
    }
    facets[number] = (byte) facet.ordinal();
    return number;
  }

  /** The number of a value, below zero when it has none. */
  synchronized int known(Facet facet, String value) {
    return terms.find(new BytesRef(facet.word() + (char) BETWEEN + value));
  }

  /** How many values have a number. */
  synchronized int size() {
    return terms.size();
  }

  /** The numbers of the facets, by the number of a value that is known now. */
  synchronized byte[] facets() {
    return facets;
  }

  /** The order of two values of the same facet. */
  synchronized int compare(int value, int another) {
    return terms.get(value, one).compareTo(terms.get(another, other));
  }

  /** What a value is called. */
  synchronized String label(int value) {
    BytesRef term = terms.get(value, one);
    int at = term.offset;
    while (term.bytes[at] != BETWEEN) {
      at++;
    }
    int begin = at + 1 - term.offset;
    return new BytesRef(term.bytes, at + 1, term.length - begin).utf8ToString();
  }
}
