package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer in memory, or on the disk when it is large.
 *
 * @param headers by name in lower case
 * @param small the body, null when it is in the file
 * @param file where the body is, null when it is in memory
 */
record SpooledAnswer(
    URI address,
    int status,
    Map<String, String> headers,
    byte @Nullable [] small,
    @Nullable Path file)
    implements Answer {

  @Override
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public String mediaType() {
    String type = headers.getOrDefault("content-type", "");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public long size() {
    try {
      return small != null ? small.length : file == null ? 0 : Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public InputStream open() throws IOException {
    if (small != null) {
      return new ByteArrayInputStream(small);
    }
    return file == null
        ? InputStream.nullInputStream()
        : new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  @Override
  public byte[] bytes() throws IOException {
    return small != null ? small : file == null ? new byte[0] : Files.readAllBytes(file);
  }

  @Override
  public String text() throws IOException {
    return Charsets.text(bytes(), headers.getOrDefault("content-type", ""));
  }
}
