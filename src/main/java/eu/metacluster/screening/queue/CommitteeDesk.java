package eu.metacluster.screening.queue;

import eu.metacluster.people.DeskItem;
import eu.metacluster.people.DeskItems;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts on a committee member's desk how many cases wait for this person. */
@Component
class CommitteeDesk implements DeskItems {

  private final Figures figures;
  private final Assignments assignments;

  CommitteeDesk(Figures figures, Assignments assignments) {
    this.figures = figures;
    this.assignments = assignments;
  }

  @Override
  public List<DeskItem> of(Identity who) {
    if (!who.role().covers(Role.COMMITTEE)) {
      return List.of();
    }
    Progress progress = figures.progress(who.account());
    List<DeskItem> items = new ArrayList<>();
    add(
        items,
        "screening.desk.assigned",
        assignments.waiting(who.account()),
        "/queue?show=assigned");
    add(items, "screening.desk.second", progress.second(), "/queue?show=second");
    add(items, "screening.desk.handed", progress.handed(), "/queue?show=handed");
    if (who.role().covers(Role.COORDINATOR)) {
      add(items, "screening.desk.late", progress.late(), "/queue?show=overdue");
    }
    add(items, "screening.desk.overdue", progress.overdue(), "/queue?show=overdue");
    add(items, "screening.desk.revalidate", progress.revalidate(), "/queue?show=revalidate");
    if (who.role().covers(Role.COORDINATOR)) {
      add(items, "screening.desk.returned", progress.returned(), "/queue?show=returned");
    }
    add(items, "screening.desk.waiting", progress.waiting(), "/queue");
    return items;
  }

  private static void add(List<DeskItem> items, String text, long count, String path) {
    if (count > 0) {
      items.add(new DeskItem(text, List.of(count), path, null));
    }
  }
}
