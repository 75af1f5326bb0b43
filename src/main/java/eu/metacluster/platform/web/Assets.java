package eu.metacluster.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/**
 * The files that pages load: everything under {@code assets/} on the class path and the named files
 * of packaged libraries. Each is read, hashed and compressed once; its address carries the hash, so
 * browsers may keep it for ever.
 */
@Component
class Assets {

  static final String PATH = "/assets/";

  private final Map<String, String> libraries = new ConcurrentHashMap<>();
  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  Assets(ObjectProvider<WebjarAsset> webjars) {
    webjars.forEach(webjar -> libraries.put(webjar.name(), webjar.location()));
  }

  /** One file, ready to be sent. */
  record Asset(String name, String hash, MediaType type, byte[] bytes, byte @Nullable [] gzip) {}

  /** Where a page finds the asset; the plain address when there is no such file. */
  String address(String name) {
    return find(name).map(asset -> PATH + asset.hash() + "/" + name).orElse(PATH + "0/" + name);
  }

  Optional<Asset> find(String name) {
    Asset known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (name.contains("..") || name.contains("//") || name.startsWith("/")) {
      return Optional.empty();
    }
    ClassPathResource file = new ClassPathResource(libraries.getOrDefault(name, "assets/" + name));
    return file.isReadable() && name.contains(".")
        ? Optional.of(read.computeIfAbsent(name, any -> read(any, file)))
        : Optional.empty();
  }

  private static Asset read(String name, ClassPathResource file) {
    try (InputStream in = file.getInputStream()) {
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String hash = HexFormat.of().formatHex(digest, 0, 6);
      MediaType type =
          MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
      return new Asset(name, hash, type, bytes, compressed(bytes, type));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the asset " + name, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte @Nullable [] compressed(byte[] bytes, MediaType type) throws IOException {
    if (type.getType().equals("image") && !type.getSubtype().startsWith("svg")) {
      return null;
    }
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (BestGzip gzip = new BestGzip(small)) {
      gzip.write(bytes);
    }
    return small.size() < bytes.length ? small.toByteArray() : null;
  }

  /** Compressed once and sent often: worth the slowest setting. */
  private static final class BestGzip extends GZIPOutputStream {

    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 13);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
