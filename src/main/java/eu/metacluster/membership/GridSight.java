package eu.metacluster.membership;

import java.util.Optional;

/**
 * What the grid, which lies above this module, can show of an organisation; whoever knows the grid
 * contributes it as a bean.
 */
public interface GridSight {

  /**
   * An organisation's page on the grid.
   *
   * @param path of the public record
   * @param projects how many public projects name it
   */
  record Sight(String name, String path, int projects) {}

  /** The public record with this ROR or else this PIC. */
  Optional<Sight> of(Entity entity);
}
