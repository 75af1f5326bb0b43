package eu.metacluster.screening.linkage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Weights for participants and for lines of text. */
record OrganisationWeights(Trees participants, Trees lines) {

  /** Below these a person should look: no link is made. */
  private static final double LEAST_OF_PARTICIPANTS = 0.5;

  private static final double LEAST_OF_LINES = 0.3;

  Trees of(Mention mention) {
    return mention.free() ? lines : participants;
  }

  double least(Mention mention) {
    return mention.free() ? LEAST_OF_LINES : LEAST_OF_PARTICIPANTS;
  }

  void write(DataOutputStream out) throws IOException {
    participants.write(out);
    lines.write(out);
  }

  static OrganisationWeights read(DataInputStream in) throws IOException {
    return new OrganisationWeights(Trees.read(in), Trees.read(in));
  }
}
