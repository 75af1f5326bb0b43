package eu.metacluster.opendata.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the interface for programs answers.
 *
 * @param id a name for programs that are generated
 * @param tag the group it belongs to
 * @param about what it answers, in English as in the contract
 * @param answer the shape of the answer
 * @param ends null when it is there to stay
 */
public record Operation(
    String path,
    String id,
    String tag,
    String about,
    Class<?> answer,
    List<Given> parameters,
    @Nullable Ends ends) {

  /**
   * That it is going to end.
   *
   * @param deprecated the day from which nothing new should use it
   * @param sunset the day from which it may be gone
   * @param instead the path of what takes its place, empty when nothing does
   */
  public record Ends(LocalDate deprecated, LocalDate sunset, String instead) {}

  /**
   * A parameter.
   *
   * @param path whether it is part of the path
   * @param example a value to try, empty for none
   */
  public record Given(String name, boolean path, String about, String example) {}

  /** The operation with values that can be tried out; the path as it is when it needs an id. */
  public String tried() {
    List<Given> examples =
        parameters.stream().filter(given -> !given.example().isEmpty() && !given.path()).toList();
    Address address = new Address(path);
    examples.forEach(given -> address.with(given.name(), given.example()));
    return address.toString();
  }

  /** Whether it can be opened as it is. */
  public boolean open() {
    return !path.contains("{");
  }
}
