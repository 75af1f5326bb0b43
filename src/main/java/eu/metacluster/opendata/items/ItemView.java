package eu.metacluster.opendata.items;

/**
 * Something made of the items that must change in one moment with them, such as a harvester's copy:
 * whoever sees an item's change sees it there, too.
 */
public interface ItemView {

  /** Takes in what changed. Runs in the transaction that writes the items, after them. */
  void catchUp();
}
