package eu.metacluster.people;

import eu.metacluster.platform.Identity;
import java.util.List;

/** What a module contributes (as a bean) to the list of what waits for a person. */
public interface DeskItems {

  /** What waits for this person now; quick, because the desk asks every module. */
  List<DeskItem> of(Identity person);
}
