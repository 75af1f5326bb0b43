package eu.metacluster;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product's entry point. */
@SpringBootApplication
public class Metacluster {

  /** Starts the server. */
  public static void main(String[] args) {
    SpringApplication.run(Metacluster.class, args);
  }
}
