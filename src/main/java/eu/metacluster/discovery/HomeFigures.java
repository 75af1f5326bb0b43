package eu.metacluster.discovery;

import eu.metacluster.platform.web.Page;
import java.util.List;

/** Figures that another module puts on the home page; it contributes this as a bean. */
public interface HomeFigures {

  /** The figures as this page writes them; none while there is nothing to say. */
  List<Figure> of(Page page);

  /**
   * Changes soon after the figures have, so that no home page is kept longer than what it says.
   * Asked for each page: nothing may be waited for.
   */
  default long generation() {
    return 0;
  }

  /**
   * A figure with its word.
   *
   * @param note what it counts exactly
   * @param path where more of it stands
   */
  record Figure(String value, String label, String note, String path) {}
}
