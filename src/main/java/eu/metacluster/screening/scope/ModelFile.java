package eu.metacluster.screening.scope;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The model as one file: magic, version, length and checksum of the body; the body is compressed.
 * Holds hashes, never texts.
 */
final class ModelFile {

  private static final int MAGIC = 0x4D435343;
  private static final int VERSION = 2;
  private static final int HEADER = 20;
  private static final int LARGEST = 256 << 20;

  private ModelFile() {}

  static void write(ScopeModel model, OutputStream out) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream body = new DataOutputStream(new GZIPOutputStream(packed))) {
      ModelBody.write(model, body);
    }
    byte[] bytes = packed.toByteArray();
    out.write(
        ByteBuffer.allocate(HEADER)
            .putInt(MAGIC)
            .putInt(VERSION)
            .putInt(bytes.length)
            .putLong(checksum(bytes))
            .array());
    out.write(bytes);
  }

  static ScopeModel read(InputStream in) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
    if (header.remaining() < HEADER || header.getInt() != MAGIC) {
      throw new ScopeModelException(
          "MC-1552",
          "This file is not a scope model; give the file that the scope training wrote.");
    }
    int version = header.getInt();
    if (version != VERSION) {
      throw new ScopeModelException(
          "MC-1553",
          "The scope model has version "
              + version
              + ", this software reads version "
              + VERSION
              + "; train it again.");
    }
    int length = header.getInt();
    long checksum = header.getLong();
    byte[] bytes = in.readNBytes(Math.clamp(length, 0, LARGEST) + 1);
    if (bytes.length != length || checksum(bytes) != checksum) {
      throw damaged();
    }
    try (DataInputStream body =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      return ModelBody.read(body, checksum);
    } catch (IOException | RuntimeException e) {
      throw damaged();
    }
  }

  private static ScopeModelException damaged() {
    return new ScopeModelException(
        "MC-1554", "The scope model is cut off or damaged; copy or train it again.");
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
