package eu.metacluster.intake.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The house's own mailbox, where no other one is named: a mail server for its own addresses. It
 * passes nothing on, and says that it has a mail only when the database has it for good.
 */
@Component
@ConditionalOnWebApplication
class Letterbox implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Letterbox.class);
  private static final int MOST_RECIPIENTS = 20;
  private static final int SECONDS = 60;

  private final LetterboxSettings settings;
  private final LetterboxWork work;
  private final ObjectProvider<SslBundles> bundles;
  private volatile @Nullable SMTPServer server;
  private volatile @Nullable ExecutorService threads;

  Letterbox(LetterboxSettings settings, LetterboxWork work, ObjectProvider<SslBundles> bundles) {
    this.bundles = bundles;
    this.settings = settings;
    this.work = work;
  }

  @Override
  public void start() {
    if (!settings.wanted()) {
      return;
    }
    try {
      ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
      SMTPServer fresh = build(InetAddress.getByName(settings.address()), callers);
      fresh.start();
      threads = callers;
      server = fresh;
      LOG.info(
          "Mail for {} is taken at {}:{}",
          String.join(", ", settings.recipients()),
          settings.address(),
          fresh.getPortAllocated());
    } catch (UnknownHostException | RuntimeException e) {
      LOG.warn(
          "No mail is taken at {}:{}: {}",
          settings.address(),
          settings.port(),
          e.getCause() instanceof IOException cause ? cause.getMessage() : e.getMessage());
    }
  }

  private SMTPServer build(InetAddress address, ExecutorService callers) {
    SMTPServer.Builder builder =
        SMTPServer.port(settings.port())
            .bindAddress(address)
            .hostName(settings.host())
            .softwareName("Metacluster")
            .executorService(callers)
            .serverThreadName("letterbox")
            .maxConnections(settings.connections())
            .maxRecipients(MOST_RECIPIENTS)
            .maxMessageSize(RawMails.LARGEST)
            .connectionTimeout(SECONDS, TimeUnit.SECONDS)
            .messageHandlerFactory(this::handler);
    return encrypting(builder).build();
  }

  /** A certificate that is named and cannot be used is no reason to take mail without one. */
  private SMTPServer.Builder encrypting(SMTPServer.Builder builder) {
    if (settings.certificate().isEmpty()) {
      if (settings.encryptedOnly()) {
        throw new IllegalStateException("metacluster.letterbox.ssl-bundle names no certificate");
      }
      return builder.hideTLS();
    }
    SSLContext context = bundles.getObject().getBundle(settings.certificate()).createSslContext();
    return builder
        .enableTLS()
        .requireTLS(settings.encryptedOnly())
        .startTlsSocketFactory(context, false);
  }

  private MessageHandler handler(MessageContext context) {
    return new LetterboxHandler(settings, work);
  }

  /** The port that mails are taken at; 0 when none are. */
  int port() {
    SMTPServer running = server;
    return running == null ? 0 : running.getPortAllocated();
  }

  @Override
  public void stop() {
    SMTPServer running = server;
    server = null;
    if (running != null) {
      running.stop();
    }
    ExecutorService callers = threads;
    if (callers != null) {
      callers.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
