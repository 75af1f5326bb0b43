package eu.metacluster.harvest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of a payload, unpacked.
 *
 * @param name its path within the payload with forward slashes, without a {@code .gz} at its end
 * @param file where it lies when it is a plain file of its own that can be opened again; else null
 * @param stream its bytes, to be read once and only while the visitor is called
 * @param cutOff whether the stream ended early because the bytes below are cut off or damaged; true
 *     only after the end was reached
 */
public record Member(String name, @Nullable Path file, InputStream stream, BooleanSupplier cutOff) {

  /** The last part of the name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Takes the members of a payload one after the other. */
  @FunctionalInterface
  public interface Visitor {
    /** Reads the member or leaves it. */
    void visit(Member member) throws IOException;
  }
}
