package eu.metacluster.discovery.areas;

/**
 * A region of the NUTS classification as it is drawn.
 *
 * @param code in the newest version of the classification
 * @param level 0 for countries to 3
 * @param name in Latin letters
 * @param path for the {@code d} attribute of SVG
 */
record Area(String code, int level, String name, String path) {

  /** Together with another part of what is one region now. */
  Area with(Area part) {
    return new Area(code, level, name, path + part.path());
  }
}
