package eu.metacluster.harvest.starter;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.support.ProductTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class StarterSetTests {

  private static final Identifier MEDIC_NEST = Identifier.of(Scheme.STARTER, "medic-nest");

  @Autowired StarterSet starter;
  @Autowired Records records;
  @Autowired TransactionTemplate transaction;

  @Test
  void theSetIsPublicAtOnceAndOneCallTakesItBack() {
    transaction.executeWithoutResult(status -> starter.loadOnce());

    GridRecord initiative = records.find(MEDIC_NEST).orElseThrow();
    assertThat(initiative.state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(records.partners(initiative.id()))
        .filteredOn(p -> p.role().equals("founder"))
        .hasSize(4)
        .extracting(PartnerView::other)
        .allSatisfy(o -> assertThat(o.state()).isEqualTo(RecordState.PUBLISHED));
    assertThat(records.partners(initiative.id()))
        .extracting(p -> p.other().title())
        .contains("MEDIC-NEST General Assembly");

    starter.remove(UUID.randomUUID());

    assertThat(starter.present()).isFalse();
    assertThat(records.find(MEDIC_NEST).orElseThrow().state()).isEqualTo(RecordState.WITHDRAWN);
    transaction.executeWithoutResult(status -> starter.loadOnce());
    assertThat(starter.present()).isFalse();
  }

  @Test
  void theFileNamesNothingTwiceAndEveryPartnerIsDescribed() {
    var findings = StarterFile.findings();
    var named = findings.stream().flatMap(f -> f.identifiers().stream()).toList();

    assertThat(named).doesNotHaveDuplicates();
    assertThat(findings)
        .flatExtracting(f -> f.partners())
        .extracting(p -> p.organisation())
        .isSubsetOf(named);
    assertThat(findings).extracting(f -> f.kind() + " " + f.key()).doesNotHaveDuplicates();
  }
}
