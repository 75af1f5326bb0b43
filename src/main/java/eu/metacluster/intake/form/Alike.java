package eu.metacluster.intake.form;

/** A public record that looks like what was typed. */
public record Alike(String path, String label, String title) {}
