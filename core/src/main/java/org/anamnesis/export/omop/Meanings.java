package org.anamnesis.export.omop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.export.Catalog;
import org.anamnesis.export.Codes;

/**
 * Concept ids of what the fields of a cohort stand for. Where an id is not known it is 0, and the
 * code stays in the source value.
 */
final class Meanings {
    private static final Set<Integer> UNITLESS =
            CdmPlausible.all().stream()
                    .filter(p -> p.units().equals("-1"))
                    .map(CdmPlausible::concept)
                    .collect(Collectors.toUnmodifiableSet());

    private final List<Field> fields;
    private final Catalog catalog;
    private final Vocabulary vocabulary;
    private final Set<Integer> used = new TreeSet<>();

    Meanings(CohortHeader header, Catalog catalog) {
        fields = header.described();
        this.catalog = catalog;
        this.vocabulary = catalog.vocabulary();
    }

    /** Ids that were asked for, 0 left out. */
    Set<Integer> used() {
        return used;
    }

    int gender(String sex) {
        return id("Gender", sex.equals("female") ? "F" : sex.equals("male") ? "M" : "U");
    }

    /** By the levels of NHANES; Hispanic people are asked no race there. */
    int race(String level) {
        return switch (level) {
            case "NH White" -> id("Race", "5");
            case "NH Black" -> id("Race", "3");
            case "NH Asian" -> id("Race", "2");
            default -> CdmConcept.NONE;
        };
    }

    int ethnicity(String level) {
        boolean hispanic = level.equals("Mexican American") || level.equals("Other Hispanic");
        return id("Ethnicity", hispanic ? "Hispanic" : "Not Hispanic");
    }

    /** Ids of standard concepts, one a field; 0 for fields of other roles. */
    double[] of(Field.Role role, CodeSystem system) {
        return fields.stream()
                .mapToDouble(f -> f.role() == role ? standard(f.concept(), system) : 0)
                .toArray();
    }

    /** Ids of the codes themselves, standard or not. */
    double[] source(Field.Role role, CodeSystem system) {
        return fields.stream()
                .mapToDouble(
                        f ->
                                f.role() != role
                                        ? 0
                                        : concept(f.concept(), system)
                                                .map(c -> used(c.id()))
                                                .orElse(CdmConcept.NONE))
                .toArray();
    }

    /** Whether OHDSI files these under observations and not where their role would have them. */
    boolean[] observations(Field.Role role, CodeSystem system) {
        boolean[] is = new boolean[fields.size()];
        for (int k = 0; k < is.length; k++) {
            is[k] =
                    fields.get(k).role() == role
                            && concept(fields.get(k).concept(), system)
                                    .filter(c -> c.domain().equals("Observation"))
                                    .isPresent();
        }
        return is;
    }

    /** Ids of the standard concepts of what stands in records beside the fields. */
    double[] of(List<RecordConcept> concepts) {
        return concepts.stream()
                .mapToDouble(c -> used(seen(c).map(CdmConcept::standardId).orElse(CdmConcept.NONE)))
                .toArray();
    }

    /** Whether OHDSI files these in a domain. */
    boolean[] in(String domain, List<RecordConcept> concepts) {
        boolean[] is = new boolean[concepts.size()];
        for (int k = 0; k < is.length; k++) {
            is[k] = seen(concepts.get(k)).filter(c -> c.domain().equals(domain)).isPresent();
        }
        return is;
    }

    private Optional<CdmConcept> seen(RecordConcept concept) {
        return concept.system()
                .flatMap(s -> vocabulary.find(CdmConcept.vocabulary(s), concept.code()));
    }

    double[] units() {
        return fields.stream()
                .mapToDouble(
                        f -> f.unit().isEmpty() || unitless(f) ? Double.NaN : id("UCUM", f.unit()))
                .toArray();
    }

    /** Whether OHDSI takes values of it for plausible without a unit alone. */
    private boolean unitless(Field field) {
        return field.role() == Field.Role.OBSERVATION
                && concept(field.concept(), CodeSystem.LOINC)
                        .filter(c -> UNITLESS.contains(c.standardId()))
                        .isPresent();
    }

    /** Ids of the ingredients of each drug class, in the order of its levels. */
    double[][] ingredients() {
        return fields.stream()
                .map(
                        f ->
                                f.role() != Field.Role.MEDICATION
                                        ? new double[0]
                                        : f.levels().stream()
                                                .mapToDouble(
                                                        i ->
                                                                standard(
                                                                        catalog.concept(i),
                                                                        CodeSystem.RXNORM))
                                                .toArray())
                .toArray(double[][]::new);
    }

    /** Codes without a concept id, as their rows hold them, with what they mean. */
    List<String> unmapped() {
        Set<String> all = new TreeSet<>();
        for (Field f : fields) {
            switch (f.role()) {
                case CONDITION ->
                        none(
                                        f.concept(),
                                        CodeSystem.SNOMED_CT,
                                        ConditionOccurrence.code(f),
                                        f.label())
                                .ifPresent(all::add);
                case OBSERVATION ->
                        none(f.concept(), CodeSystem.LOINC, Measurement.code(f), f.label())
                                .ifPresent(all::add);
                case MEDICATION -> {
                    for (String i : f.levels()) {
                        Optional<Concept> drug = catalog.concept(i);
                        none(drug, CodeSystem.RXNORM, DrugExposure.code(i, catalog), i)
                                .ifPresent(all::add);
                    }
                }
                case DEMOGRAPHIC, DURATION -> {}
            }
        }
        Stream.of(RecordConcepts.PROCEDURES, RecordConcepts.VACCINES, RecordConcepts.ALLERGENS)
                .flatMap(List::stream)
                .filter(c -> seen(c).map(CdmConcept::standardId).orElse(0) == 0)
                .forEach(c -> all.add(c.codeOrId() + " " + c.name()));
        return List.copyOf(all);
    }

    private Optional<String> none(
            Optional<Concept> concept, CodeSystem system, String written, String label) {
        boolean known = concept(concept, system).map(CdmConcept::standardId).orElse(0) != 0;
        String name = concept.map(Concept::name).orElse(label);
        return known ? Optional.empty() : Optional.of(written + " " + name);
    }

    int id(String system, String code) {
        return used(
                vocabulary.find(system, code).map(CdmConcept::standardId).orElse(CdmConcept.NONE));
    }

    private int standard(Optional<Concept> concept, CodeSystem system) {
        return used(concept(concept, system).map(CdmConcept::standardId).orElse(CdmConcept.NONE));
    }

    private Optional<CdmConcept> concept(Optional<Concept> concept, CodeSystem system) {
        String code = Codes.verified(concept, system);
        return vocabulary.find(CdmConcept.vocabulary(system), code);
    }

    private int used(int id) {
        if (id != CdmConcept.NONE) {
            used.add(id);
        }
        return id;
    }
}
