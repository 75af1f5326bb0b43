package eu.metacluster.platform;

import java.util.List;

/**
 * Something that {@code ./metacluster NAME …} does instead of serving pages. It runs in a context
 * without a web server, on the same database as the product, whose server it may share.
 */
public interface Command {

  /** The word on the command line. */
  String name();

  /**
   * Does the work; progress goes to standard error, results to standard output.
   *
   * @param arguments what followed the name
   * @return the exit code: 0 done, 1 done with a bad result, 2 the arguments cannot be used
   */
  int run(List<String> arguments);
}
