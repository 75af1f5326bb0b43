package eu.metacluster.harvest.oai;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import java.io.IOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads a repository over OAI-PMH 2.0. */
@Component
@Order(10)
final class OaiConnector implements WebConnector {

  @Override
  public String id() {
    return "oai-pmh";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Terms.UNKNOWN;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("prefix", Setting.Type.LINE, "oai_dc"),
        new Setting("set", Setting.Type.LINE, ""),
        new Setting("from", Setting.Type.LINE, ""),
        new Setting("until", Setting.Type.LINE, ""),
        new Setting("whole", Setting.Type.NUMBER, "30"));
  }

  @Override
  public boolean recognises(Answer sample) {
    return Envelope.fits(sample);
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    try (Harvest harvest = new Harvest(remote, reading, Repository.ask(remote))) {
      harvest.read();
    } catch (ProtocolError e) {
      throw e.refusal();
    }
  }
}
