package eu.metacluster.platform.web;

/** What a module puts into the head of public pages for programs; contributed as a bean. */
public interface PageHead {

  /**
   * Lines of HTML for the page at this path, complete and safe as they are; empty for none.
   *
   * @param path without its query
   */
  String of(String path);

  /**
   * Changes soon after what is put into some page may have changed, so that no page is kept longer
   * than what it says. Asked for each page: nothing is looked up for it.
   */
  default long generation() {
    return 0;
  }
}
