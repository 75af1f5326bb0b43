package eu.metacluster.discovery.matching;

import eu.metacluster.platform.UnusableInputException;
import java.util.List;
import java.util.Map;

/** One set, and how an answer to it is measured. */
interface MatchTask {

  String name();

  Outcome measure(Meanings meanings) throws UnusableInputException;

  /**
   * What came out.
   *
   * @param figures by their names
   * @param columns the head of the scores
   * @param scores a line each
   */
  record Outcome(Map<String, Object> figures, String columns, List<String> scores) {}
}
