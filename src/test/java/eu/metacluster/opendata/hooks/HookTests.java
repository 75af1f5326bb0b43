package eu.metacluster.opendata.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.Reach;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ProductTest
@Import(OpenGrid.class)
class HookTests {

  private record Received(String time, String signature, String body) {}

  @Autowired OpenGrid grid;
  @Autowired Hooks hooks;
  @Autowired Items items;
  @Autowired SiteAddress site;
  @Autowired JsonMapper json;
  @Autowired JdbcTemplate jdbc;
  @Autowired JdbcClient client;

  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 204;
  private HttpServer server;
  private UUID me;

  @BeforeEach
  void aListener() throws Exception {
    jdbc.update("delete from opendata.hook");
    me = new Persons(client).with(Role.COORDINATOR).account();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/told",
        exchange -> {
          received.add(
              new Received(
                  exchange.getRequestHeaders().getFirst("Metacluster-Timestamp"),
                  exchange.getRequestHeaders().getFirst("Metacluster-Signature"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    jdbc.update("delete from opendata.hook");
  }

  @Test
  void whatChangesIsToldOnceAndSigned() {
    Hook hook = hooks.add(address(), me);
    hooks.pause(hook.id(), true);
    GridRecord project = grid.project("HOOKED", "Told to others");
    hooks.pause(hook.id(), false);

    messenger(true).round();
    messenger(true).round();

    assertThat(received).hasSize(1);
    Received told = received.getFirst();
    assertThat(told.body()).contains(project.id().toString(), "\"deleted\":false");
    assertThat(told.signature())
        .isEqualTo("sha256=" + Post.signature(hook.secret(), told.time(), told.body()));
    assertThat(hooks.deliveries(5).getFirst().deliveredAt()).isNotNull();
  }

  @Test
  void whatIsNotTakenIsTriedAgainInOrderAndByHand() {
    Hook hook = hooks.add(address(), me);
    hooks.pause(hook.id(), true);
    grid.project("RETRIED", "Not taken at first");
    jdbc.update("update opendata.hook set paused_at = null");
    status = 503;

    messenger(true).round();
    messenger(true).round();

    assertThat(received).as("it waits before it tries again").hasSize(1);
    Hook.Delivery waiting = hooks.deliveries(1).getFirst();
    assertThat(waiting.answer()).isEqualTo("503");
    assertThat(waiting.nextAt()).isNotNull();
    status = 200;
    hooks.again(waiting.id());
    messenger(true).round();
    assertThat(received).hasSize(2);
    assertThat(received.get(1).body()).isEqualTo(received.get(0).body());
    assertThat(hooks.deliveries(1).getFirst().deliveredAt()).isNotNull();
  }

  @Test
  void whoNeverAnswersIsPaused() {
    Hook hook = hooks.add(address(), me);
    jdbc.update("update opendata.hook set position = 0");
    grid.project("SILENT", "Never taken");
    status = 500;
    for (int i = 0; i < Messenger.MOST_ATTEMPTS; i++) {
      jdbc.update("update opendata.delivery set next_at = now() where delivered_at is null");
      messenger(true).round();
    }
    assertThat(hooks.find(hook.id()).pausedAt()).isNotNull();
    assertThat(Messenger.pause(0)).isLessThan(Messenger.pause(3));
    assertThat(Messenger.pause(50)).isEqualTo(Messenger.pause(40));
  }

  @Test
  void nobodyIsSentIntoThePrivateNetwork() {
    hooks.add(address(), me);
    jdbc.update("update opendata.hook set position = 0");
    grid.project("PRIVATE", "Not told inside");

    messenger(false).round();

    assertThat(received).isEmpty();
    assertThat(hooks.deliveries(50))
        .extracting(Hook.Delivery::answer)
        .as("the first waits to be tried again, what came after it waits behind it")
        .contains("PrivateAddress")
        .allMatch(answer -> answer == null || answer.equals("PrivateAddress"));
    for (String address : List.of("ftp://example.org", "nonsense", "https://u:p@example.org/")) {
      assertThatThrownBy(() -> hooks.add(address, me)).isInstanceOf(Refusal.class);
    }
  }

  private Messenger messenger(boolean loopback) {
    return new Messenger(hooks, items, new Post(new Reach(loopback)), site, json);
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/told";
  }
}
