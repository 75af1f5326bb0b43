package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Sorting;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * The places of an answer, page by page. Near the top the library finds the best, which lets it
 * leave out what cannot be among them; deeper down {@link Ranking} picks a part out, some pages at
 * once. What was ranked stays with the view of the index, so that the next page is there.
 *
 * @param wanted the answer whose places are asked for
 */
record Leafing(FacetSearcher searcher, Wanted wanted) {

  /** So many are ranked at once, and so many are found from the top. */
  static final int PIECE = 500;

  /** The documents in these places of what a query finds. */
  int[] best(Query query, int from, int to) throws IOException {
    return remembered(
        from, to, (first, end) -> ranked(query, wanted.query().sorting(), first, end));
  }

  /** The documents in these places when words and meaning rank together. */
  int[] fused(Asked words, Asked either, List<UUID> near, int from, int to) throws IOException {
    return remembered(
        from,
        to,
        (first, end) -> {
          int deep = Math.min(end + Fusion.DEPTH, Wanted.DEEPEST);
          ScoreDoc[] joint =
              Fusion.of(byWords(words.narrowed(), deep), Fusion.documents(searcher, near, either));
          return Arrays.stream(joint).skip(first).limit(end - first).mapToInt(d -> d.doc).toArray();
        });
  }

  /** The first with their scores, which tell what has exactly that name; the others without. */
  private ScoreDoc[] byWords(Query query, int deep) throws IOException {
    ScoreDoc[] first = Best.of(searcher, query, Math.min(deep, PIECE));
    if (deep <= PIECE || first.length < PIECE) {
      return first;
    }
    int[] others = Ranking.part(searcher, query, Sorting.RELEVANCE, PIECE, deep);
    return Stream.concat(
            Arrays.stream(first), IntStream.of(others).mapToObj(doc -> new ScoreDoc(doc, 0)))
        .toArray(ScoreDoc[]::new);
  }

  private int[] ranked(Query query, Sorting sorting, int from, int to) throws IOException {
    if (to > PIECE) {
      return Ranking.part(searcher, query, sorting, from, to);
    }
    ScoreDoc[] best =
        sorting == Sorting.RELEVANCE
            ? Best.of(searcher, query, to)
            : searcher.search(query, to, Orders.of(sorting)).scoreDocs;
    return Arrays.stream(best).skip(from).mapToInt(hit -> hit.doc).toArray();
  }

  private interface Way {
    int[] part(int from, int to) throws IOException;
  }

  private int[] remembered(int from, int asked, Way way) throws IOException {
    int to = Math.min(asked, Wanted.DEEPEST);
    int piece = from / PIECE * PIECE;
    boolean deep = piece > 0 && to <= piece + PIECE;
    int first = deep ? piece : from;
    int end = deep ? piece + PIECE : to;
    if (from >= to) {
      return new int[0];
    }
    Object key = List.of(wanted.question(), wanted.query().sorting(), first, end);
    int[] known = searcher.ranked().of(key);
    if (known == null) {
      known = way.part(first, end);
      searcher.ranked().remember(key, known);
    }
    int most = known.length;
    return Arrays.copyOfRange(known, Math.min(from - first, most), Math.min(to - first, most));
  }
}
