package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to check.
 *
 * @param folder that {@code generate} made, or one of FHIR or OMOP records
 * @param packages a FHIR package, or a folder of them, beside the one that is built in
 * @param sample at most so many FHIR resources of a type and profile are checked in full; 0 is all
 * @param seed that chooses them
 */
public record ValidateRequest(Path folder, Optional<Path> packages, int sample, long seed) {}
