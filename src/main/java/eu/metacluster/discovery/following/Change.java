package eu.metacluster.discovery.following;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that is different.
 *
 * @param name the value, see {@link Standing}
 * @param before what it was, empty when unknown
 * @param after what it is, empty when unknown
 * @param come what is new in a list
 * @param gone what is no longer in a list
 */
record Change(
    Matter matter, String name, String before, String after, List<String> come, List<String> gone) {

  /** What is different and matters, in the order of what matters. */
  static List<Change> between(Standing before, Standing after, Set<Matter> matters) {
    List<Change> changes = new ArrayList<>();
    value(changes, Matter.TITLE, Standing.TITLE, before, after);
    value(changes, Matter.STATUS, Standing.STATE, before, after);
    value(changes, Matter.STATUS, Standing.STATUS, before, after);
    value(changes, Matter.DATES, Standing.START, before, after);
    value(changes, Matter.DATES, Standing.END, before, after);
    value(changes, Matter.FUNDING, Standing.FUNDING, before, after);
    list(changes, Matter.PARTNERS, Standing.PARTNERS, before, after);
    list(changes, Matter.NEW, Standing.PROJECTS, before, after);
    found(changes, before, after);
    changes.removeIf(change -> !matters.contains(change.matter()));
    return withdrawn(after) ? changes.stream().filter(Change::state).toList() : changes;
  }

  private boolean state() {
    return name.equals(Standing.STATE);
  }

  /** Of what is not public any more, nothing else is said. */
  private static boolean withdrawn(Standing standing) {
    return standing.value(Standing.STATE).equals("withdrawn");
  }

  private static void value(
      List<Change> changes, Matter matter, String name, Standing before, Standing after) {
    String was = before.value(name);
    String is = after.value(name);
    if (!was.equals(is)) {
      changes.add(new Change(matter, name, was, is, List.of(), List.of()));
    }
  }

  private static void list(
      List<Change> changes, Matter matter, String name, Standing before, Standing after) {
    List<String> come = without(after.list(name), before.list(name));
    List<String> gone = without(before.list(name), after.list(name));
    if (!come.isEmpty() || !gone.isEmpty()) {
      changes.add(new Change(matter, name, "", "", come, gone));
    }
  }

  private static List<String> without(List<String> these, List<String> those) {
    Set<String> known = new HashSet<>(those);
    return these.stream().filter(one -> !known.contains(one)).toList();
  }

  /**
   * What stands before the first that was known: answers are told by when they were authorised, so
   * that older ones that move up are not new.
   */
  private static void found(List<Change> changes, Standing before, Standing after) {
    Set<String> known = new HashSet<>(before.list(Standing.FOUND));
    List<String> come =
        after.list(Standing.FOUND).stream().takeWhile(one -> !known.contains(one)).toList();
    if (!come.isEmpty()) {
      changes.add(new Change(Matter.NEW, Standing.FOUND, "", "", come, List.of()));
    }
  }
}
