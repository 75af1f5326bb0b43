package eu.metacluster.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifierTests {

  private JournalNode node;
  private Verifier verifier;

  @BeforeEach
  void start() {
    node = JournalNode.fresh();
    verifier = new Verifier(node.template, node.transactions);
    node.append(5);
    node.append(IntStream.range(5, 95).mapToObj(JournalNode::entry).toArray(NewEntry[]::new));
    node.append(5);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void aChainNobodyTouchedIsWhole() {
    Verification verification = verify().verification();
    assertThat(verification.whole()).isTrue();
    assertThat(verification.entries()).isEqualTo(100);
    assertThat(verification.seq()).isEqualTo(100);
    node.append(1);
    assertThat(verify().verification().whole()).isTrue();
    assertThat(verifier.latest()).get().extracting(Verification::entries).isEqualTo(101L);
  }

  @Test
  void anEmptyJournalIsWhole() {
    try (JournalNode empty = JournalNode.fresh()) {
      Verifier.Finding finding =
          new Verifier(empty.template, empty.transactions).verify(Map.of(), done -> {});
      assertThat(finding.verification().whole()).isTrue();
    }
  }

  /** What somebody with all rights in the database could do, and what the walk says to it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          update journal.entry set data = '{}' where seq = 7                         | CHANGED 7 7
          update journal.entry set kind = 'test.other' where seq = 100               | CHANGED 100 100
          update journal.entry set at = at + interval '1 microsecond' where seq = 1  | CHANGED 1 1
          update journal.entry set subject = null where seq = 50                     | CHANGED 50 50
          update journal.entry set actor = subject, subject = null where seq = 50    | CHANGED 50 50
          update journal.entry set hash = sha256('x') where seq = 50                 | CHANGED 50 50;CHANGED 51 51
          delete from journal.entry where seq = 1                                    | MISSING 1 1
          delete from journal.entry where seq between 40 and 49                      | MISSING 40 49
          delete from journal.entry where seq in (3, 5)                              | MISSING 3 3;MISSING 5 5
          delete from journal.entry where seq = 100                                  | TRUNCATED 100 100
          delete from journal.entry where seq > 90                                   | TRUNCATED 91 100
          delete from journal.entry                                                  | TRUNCATED 1 100
          update journal.head set hash = sha256('x')                                 | FORGED_HEAD 100 100
          update journal.head set seq = 99                                           | FORGED_HEAD 99 99
          delete from journal.head                                                   | FORGED_HEAD 0 0
          update journal.entry set seq = case seq when 8 then -1 when 9 then 8 end where seq in (8, 9); update journal.entry set seq = 9 where seq = -1  | SWAPPED 8 9
          update journal.entry set seq = -1 where seq = 20; update journal.entry set seq = 20 where seq = 70; update journal.entry set seq = 70 where seq = -1  | SWAPPED 20 70
          update journal.entry set seq = -1 where seq = 99; update journal.entry set seq = 99 where seq = 100; update journal.entry set seq = 100 where seq = -1  | SWAPPED 99 100
          update journal.entry e set data = o.data, subject = o.subject from journal.entry o where e.seq + o.seq = 60 and e.seq in (29, 31)  | SWAPPED 29 31
          insert into journal.entry select 101, at, kind, subject, actor, data, hash from journal.entry where seq = 100  | FORGED_HEAD 100 100;CHANGED 101 101
          delete from journal.entry where seq = 10; update journal.entry set data = '{}' where seq = 80  | MISSING 10 10;CHANGED 80 80
          """)
  void findsWhatWasDoneToTheChain(String sql, String problems) {
    tamper(sql);
    Verifier.Finding finding = verify();
    assertThat(finding.problems()).extracting(Problem::line).containsExactly(problems.split(";"));
    assertThat(finding.verification().problems()).isEqualTo(problems.split(";").length);
    assertThat(finding.verification().first()).isEqualTo(finding.problems().getFirst());
  }

  @Test
  void aChainWrittenAnewIsFoundByWhatEarlierVerificationsSaw() {
    Verification before = verify().verification();
    tamper("update journal.entry set data = '{}' where seq = 30");
    writeAnew();

    assertThat(verify().problems()).extracting(Problem::line).containsExactly("REWRITTEN 100 100");

    tamper("truncate journal.verification");
    assertThat(verify().verification().whole()).as("nothing left to compare with").isTrue();
    tamper("truncate journal.verification");
    Map<Long, byte[]> kept = Map.of(100L, HexFormat.of().parseHex(before.hash()));
    assertThat(verifier.verify(kept, done -> {}).problems())
        .extracting(Problem::line)
        .containsExactly("REWRITTEN 100 100");
  }

  @Test
  void aTailCutOffTogetherWithTheHeadIsFoundByEarlierVerifications() {
    verify();
    tamper(
        """
        delete from journal.entry where seq > 90;
        update journal.head set seq = 90, hash = (select hash from journal.entry where seq = 90)""");
    assertThat(verify().problems()).extracting(Problem::line).containsExactly("TRUNCATED 91 100");
  }

  @Test
  void manyProblemsAreCountedInBoundedMemory() {
    node.append(IntStream.range(0, 5_000).mapToObj(JournalNode::entry).toArray(NewEntry[]::new));
    tamper("update journal.entry set data = data || ' '");
    Verifier.Finding finding = verify();
    assertThat(finding.verification().problems()).isEqualTo(5_100);
    assertThat(finding.problems()).hasSizeLessThan(2_000);
    assertThat(finding.verification().first()).isEqualTo(Problem.parse("CHANGED 1 1"));
  }

  @Test
  void theCommandSaysItInSentencesAndByItsExitCode() {
    List<String> lines = new ArrayList<>();
    assertThat(run(lines)).isZero();
    assertThat(lines.getFirst()).startsWith("The journal is whole: 100 entries in ");
    String seal = lines.getLast().replace("Seal: ", "");
    assertThat(run(lines, "--seal", seal)).isZero();
    assertThat(run(lines, "--seal", "7:beef")).isEqualTo(2);
    tamper("delete from journal.entry where seq = 7");
    assertThat(run(lines)).isEqualTo(1);
    assertThat(lines.getFirst()).isEqualTo("Entry 7 is missing although later ones are there.");
    assertThat(lines.getLast()).startsWith("The journal is broken: one problem in 99 entries");
  }

  @Test
  void isQuick() {
    for (int batch = 0; batch < 10; batch++) {
      node.append(IntStream.range(0, 10_000).mapToObj(JournalNode::entry).toArray(NewEntry[]::new));
    }
    Verification verification = verify().verification();
    System.out.println("verified " + verification.perSecond() + " entries a second");
    assertThat(verification.entries()).isEqualTo(100_100);
    assertThat(verification.perSecond()).isGreaterThan(20_000);
  }

  private int run(List<String> lines, String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code;
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      code = new VerifyCommand(verifier, out, out).run(List.of(arguments));
    }
    lines.clear();
    bytes.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);
    return code;
  }

  private Verifier.Finding verify() {
    return verifier.verify(Map.of(), done -> {});
  }

  private void tamper(String sql) {
    node.transaction.executeWithoutResult(
        status -> {
          node.template.execute("set local session_replication_role = replica");
          Arrays.stream(sql.split(";")).forEach(node.template::execute);
        });
  }

  /** Gives every entry the hash it should have now, as a thorough forger would. */
  private void writeAnew() {
    ChainHash hash = new ChainHash();
    byte[] before = new byte[ChainHash.LENGTH];
    for (Entry entry : node.journal.read(0, 1_000)) {
      before = hash.of(before, entry.seq(), entry);
      String hex = HexFormat.of().formatHex(before);
      tamper(
          "update journal.entry set hash = decode('%s', 'hex') where seq = %d"
              .formatted(hex, entry.seq()));
    }
    tamper("update journal.head set hash = (select hash from journal.entry where seq = 100)");
  }
}
