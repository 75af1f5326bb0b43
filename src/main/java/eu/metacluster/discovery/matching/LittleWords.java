package eu.metacluster.discovery.matching;

import java.util.List;

/** Words that say nothing of what a text is about. */
final class LittleWords {

  static final List<String> ENGLISH =
      List.of(
          """
          a about above across after afterwards again against all almost alone along already also
          although always am among amongst amount an and another any anyhow anyone anything anyway
          anywhere are around as at back be became because become becomes becoming been before
          beforehand behind being below beside besides between beyond both bottom but by can cannot
          could did do does doing done down due during each eg eight either eleven else elsewhere
          empty enough etc even ever every everyone everything everywhere except few fifteen fifty
          fill find first five for former formerly forty found four from front full further get give
          go had has have having he hence her here hereafter hereby herein hereupon hers herself him
          himself his how however hundred i ie if in inc indeed into is it its itself just keep last
          latter latterly least less ltd made many may me meanwhile might more moreover most mostly
          move much must my myself name namely neither never nevertheless next nine no nobody none
          nor not nothing now nowhere of off often on once one only onto or other others otherwise
          our ours ourselves out over own part per perhaps please put rather re same second see seem
          seemed seeming seems several she should show side since six sixty so some somehow someone
          something sometime sometimes somewhere still such take ten than that the their theirs them
          themselves then thence there thereafter thereby therefore therein thereupon these they
          third this those though three through throughout thus to together too top toward towards
          twelve twenty two under until up upon us use used using very via was we well were what
          whatever when whence whenever where whereafter whereas whereby wherein whereupon wherever
          whether which while whither who whoever whole whom whose why will with within without
          would yet you your yours yourself yourselves"""
              .split("\\s+"));

  private LittleWords() {}
}
