package eu.metacluster.harvest.cordis;

/** The raw values of one row or element, by the column names of the CSV export. */
@FunctionalInterface
interface Cells {
  /** The value as it stands; empty when there is none. */
  String cell(String column);
}
