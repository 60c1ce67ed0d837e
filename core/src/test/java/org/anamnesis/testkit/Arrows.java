package org.anamnesis.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The only arrows allowed between rooms; a new one is decided in docs/decisions first. Sibling
 * modules use it too.
 */
public final class Arrows {
    private static final Set<String> CORE_ROOMS =
            Set.of(
                    "measure",
                    "code",
                    "problem",
                    "random",
                    "ehr",
                    "evidence",
                    "spec",
                    "interpret",
                    "table",
                    "population",
                    "plan",
                    "cohort",
                    "study",
                    "generate",
                    "learn",
                    "export",
                    "evaluate",
                    "report",
                    "converse");

    /** Room -> rooms it may use; rooms of sibling modules stand here too. */
    public static final Map<String, Set<String>> TABLE =
            Map.ofEntries(
                    Map.entry("measure", Set.of()),
                    Map.entry("code", Set.of()),
                    Map.entry("problem", Set.of()),
                    Map.entry("random", Set.of("measure")),
                    Map.entry("ehr", Set.of("measure", "code")),
                    Map.entry("evidence", Set.of("measure", "code", "problem")),
                    Map.entry("spec", Set.of("measure", "code", "problem")),
                    Map.entry("interpret", Set.of("spec", "measure", "code", "problem")),
                    Map.entry("table", Set.of("measure", "code", "problem")),
                    Map.entry(
                            "population",
                            Set.of("table", "evidence", "random", "measure", "code", "problem")),
                    Map.entry(
                            "plan",
                            Set.of(
                                    "spec",
                                    "population",
                                    "table",
                                    "evidence",
                                    "random",
                                    "measure",
                                    "code",
                                    "problem")),
                    Map.entry(
                            "cohort",
                            Set.of("study", "spec", "evidence", "table", "ehr", "measure", "code")),
                    Map.entry("study", Set.of("random", "measure", "code", "problem")),
                    Map.entry(
                            "generate",
                            Set.of(
                                    "study",
                                    "plan",
                                    "population",
                                    "table",
                                    "cohort",
                                    "ehr",
                                    "random",
                                    "measure",
                                    "code",
                                    "problem")),
                    Map.entry(
                            "learn",
                            Set.of(
                                    "generate",
                                    "population",
                                    "table",
                                    "random",
                                    "measure",
                                    "code",
                                    "problem")),
                    Map.entry(
                            "export",
                            Set.of("study", "cohort", "ehr", "measure", "code", "problem")),
                    Map.entry(
                            "evaluate",
                            Set.of(
                                    "spec",
                                    "evidence",
                                    "table",
                                    "cohort",
                                    "ehr",
                                    "random",
                                    "measure",
                                    "code")),
                    Map.entry(
                            "report",
                            Set.of("evaluate", "cohort", "spec", "evidence", "measure", "code")),
                    Map.entry("converse", CORE_ROOMS),
                    Map.entry(
                            "parquet",
                            Set.of(
                                    "export", "table", "cohort", "ehr", "measure", "code",
                                    "problem")),
                    Map.entry("fhir", Set.of("export", "problem")),
                    Map.entry("signals", Set.of("study", "random", "measure", "code", "problem")),
                    Map.entry("database", Set.of("export", "table", "problem")),
                    Map.entry("llm", Set.of("interpret", "spec", "measure", "code", "problem")),
                    Map.entry(
                            "neural",
                            Set.of("generate", "table", "random", "measure", "code", "problem")),
                    Map.entry("mcp", Set.of("converse", "spec", "report", "problem")),
                    Map.entry("server", Set.of("converse", "spec", "report", "problem")),
                    Map.entry("cli", Set.of("server", "converse", "spec", "report", "problem")));

    private Arrows() {}

    /** Fails if a class of the given room uses a room that the table does not allow. */
    public static void check(String room, JavaClasses classes) {
        var allowed = new TreeSet<>(TABLE.get(room));
        allowed.add(room);
        String[] inside =
                allowed.stream().map(r -> "org.anamnesis." + r + "..").toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("org.anamnesis." + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("org.anamnesis..")).or(resideInAnyPackage(inside)))
                .allowEmptyShould(true)
                .check(classes);
    }

    /** All rooms of core. */
    public static Stream<String> coreRooms() {
        return CORE_ROOMS.stream().sorted();
    }
}
