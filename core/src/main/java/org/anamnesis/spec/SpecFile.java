package org.anamnesis.spec;

/** What a file {@code spec.json} holds: the specification, and the words it came from. */
public record SpecFile(CohortSpec spec, Said said) {}
