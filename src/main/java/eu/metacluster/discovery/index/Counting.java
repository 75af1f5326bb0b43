package eu.metacluster.discovery.index;

/**
 * Counts how often values occur in documents. Used by one thread at a time; lent and given back,
 * because making room for many numbers takes longer than counting.
 */
interface Counting {

  /** Counts the values of some documents of a segment. */
  void count(SegmentFacets segment, int[] documents, int many);

  /** Counts the values of one facet only, of one document. */
  void count(SegmentFacets segment, int document, Facets facets, int facet);

  /** Nobody may use it afterwards. */
  void giveBack();

  /**
   * What is known of numbers.
   *
   * @param of see {@link FacetNames#facets}
   * @param members see {@link FacetNames#members}
   */
  record Facets(byte[] of, int[][] members) {}
}
