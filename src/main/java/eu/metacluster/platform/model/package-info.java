/**
 * Texts as vectors: a small sentence-embedding model that runs in this process, without network and
 * without key, and guesses of the language a text is in.
 *
 * <p>The native runtime and the model's weights take memory beside the heap, so nothing is loaded
 * before the first text, and {@link eu.metacluster.platform.model.Embedder#release()} gives it
 * back.
 */
@NullMarked
@NamedInterface("model")
package eu.metacluster.platform.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
