package eu.metacluster.journal;

import eu.metacluster.platform.Command;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@code ./metacluster verify [--seal SEQ:HASH]}: walks along the journal and says what is not as
 * it was written. A seal is what an earlier run printed and somebody kept elsewhere.
 */
@Component
class VerifyCommand implements Command {

  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("i18n.journal.messages", Locale.ENGLISH);
  private static final Pattern SEAL = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");
  private static final int SHOWN = 20;
  private static final long STEP = 50_000;

  private final Verifier verifier;
  private final PrintStream out;
  private final PrintStream err;

  @Autowired
  VerifyCommand(Verifier verifier) {
    this(verifier, System.out, System.err);
  }

  VerifyCommand(Verifier verifier, PrintStream out, PrintStream err) {
    this.verifier = verifier;
    this.out = out;
    this.err = err;
  }

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public int run(List<String> arguments) {
    Map<Long, byte[]> seals = Map.of();
    if (!arguments.isEmpty()) {
      Matcher seal = SEAL.matcher(arguments.getLast());
      if (arguments.size() != 2 || !arguments.getFirst().equals("--seal") || !seal.matches()) {
        say(err, "journal.verify.usage");
        return 2;
      }
      seals = Map.of(Long.valueOf(seal.group(1)), HexFormat.of().parseHex(seal.group(2)));
    }
    Verifier.Finding finding = verifier.verify(seals, progress());
    report(finding);
    return finding.verification().whole() ? 0 : 1;
  }

  private LongConsumer progress() {
    long size = verifier.size();
    long start = System.nanoTime();
    return done -> {
      if (done % STEP == 0) {
        double seconds = (System.nanoTime() - start) / 1e9;
        long rate = Math.round(done / Math.max(seconds, 0.001));
        say(err, "journal.verify.progress", done, size, rate, (size - done) / Math.max(1, rate));
      }
    };
  }

  private void report(Verifier.Finding finding) {
    Verification verification = finding.verification();
    List<Problem> problems = finding.problems();
    problems.stream().limit(SHOWN).forEach(p -> say(out, p.key(), p.from(), p.to(), p.count()));
    if (verification.problems() > SHOWN) {
      say(out, "journal.verify.more", verification.problems() - SHOWN);
    }
    say(
        out,
        verification.whole() ? "journal.verify.whole" : "journal.verify.broken",
        verification.entries(),
        verification.problems(),
        verification.took().toMillis() / 1e3,
        verification.perSecond());
    if (verification.whole()) {
      say(out, "journal.verify.seal", Long.toString(verification.seq()), verification.hash());
    }
  }

  private static void say(PrintStream to, String key, Object... arguments) {
    to.println(new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(arguments));
  }
}
