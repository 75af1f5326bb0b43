package eu.metacluster.bench;

import eu.metacluster.screening.linkage.LinkTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.blockcleaning.ComparisonsBasedBlockPurging;
import org.scify.jedai.blockprocessing.comparisoncleaning.CardinalityNodePruning;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.EquivalenceCluster;
import org.scify.jedai.datamodel.SimilarityPairs;
import org.scify.jedai.entityclustering.UniqueMappingClustering;
import org.scify.jedai.entitymatching.ProfileMatcher;
import org.scify.jedai.utilities.enumerations.RepresentationModel;
import org.scify.jedai.utilities.enumerations.SimilarityMetric;

/**
 * JedAI's schema-agnostic workflow between two clean tables: token blocking, purging and filtering
 * of blocks, pruning of comparisons, cosine of TF-IDF over character n-grams, unique mapping. It
 * gets the threshold that is best by the truth, which our side never sees.
 */
final class JedaiPeer {

  /** The best F1 of all thresholds, and the seconds of one pass with one threshold. */
  record Done(double f1, double seconds) {}

  private JedaiPeer() {}

  static Done run(LinkTable a, LinkTable b, Set<String> truth) {
    List<EntityProfile> one = profiles(a);
    List<EntityProfile> other = profiles(b);
    long begin = System.nanoTime();
    List<AbstractBlock> blocks = new StandardBlocking().getBlocks(one, other);
    blocks = new ComparisonsBasedBlockPurging(true).refineBlocks(blocks);
    blocks = new BlockFiltering(0.8f).refineBlocks(blocks);
    blocks = new CardinalityNodePruning().refineBlocks(blocks);
    SimilarityPairs pairs =
        new ProfileMatcher(
                one,
                other,
                RepresentationModel.CHARACTER_FOURGRAMS_TF_IDF,
                SimilarityMetric.COSINE_SIMILARITY)
            .executeComparisons(blocks);
    double best = f1(pairs, 0.5f, a, b, truth);
    double seconds = (System.nanoTime() - begin) / 1e9;
    for (int threshold = 1; threshold < 20; threshold++) {
      best = Math.max(best, f1(pairs, threshold / 20f, a, b, truth));
    }
    return new Done(best, seconds);
  }

  private static double f1(
      SimilarityPairs pairs, float threshold, LinkTable a, LinkTable b, Set<String> truth) {
    List<String> said = new ArrayList<>();
    for (EquivalenceCluster cluster : new UniqueMappingClustering(threshold).getDuplicates(pairs)) {
      if (!cluster.getEntityIdsD1().isEmpty() && !cluster.getEntityIdsD2().isEmpty()) {
        said.add(
            LinkageRun.pair(
                a.ids().get(cluster.getEntityIdsD1().get(0)),
                b.ids().get(cluster.getEntityIdsD2().get(0))));
      }
    }
    return LinkageRun.f1(said, truth);
  }

  private static List<EntityProfile> profiles(LinkTable table) {
    List<EntityProfile> profiles = new ArrayList<>();
    for (int row = 0; row < table.ids().size(); row++) {
      EntityProfile profile = new EntityProfile(table.ids().get(row));
      for (int column = 0; column < table.columns().size(); column++) {
        profile.addAttribute(table.columns().get(column), table.rows().get(row).get(column));
      }
      profiles.add(profile);
    }
    return profiles;
  }
}
