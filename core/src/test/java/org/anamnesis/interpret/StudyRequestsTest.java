package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.SpecCheck;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What requests for recordings and images come to, in how many patients and of whom: each line of
 * {@code study-requests.tsv} holds messages with " / " between and what stands at their end.
 */
class StudyRequestsTest {
    @TestFactory
    Stream<DynamicTest> eachComesToWhatItSays() throws IOException {
        String all;
        try (var in = StudyRequestsTest.class.getResourceAsStream("study-requests.tsv")) {
            all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        return all.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(
                        l -> {
                            String[] parts = l.split("\t");
                            return DynamicTest.dynamicTest(
                                    parts[0], () -> assertEquals(parts[1], after(parts[0])));
                        });
    }

    private static String after(String messages) {
        CohortSpec spec = CohortSpec.DEFAULT;
        for (String message : messages.split(" / ")) {
            var reading = new RuleReader().read(message, spec);
            var understood = assertInstanceOf(Reading.Understood.class, reading, message);
            spec =
                    Amendment.of(
                            spec, understood.edits().stream().map(Reading.Quoted::edit).toList());
            assertEquals(List.of(), SpecCheck.problems(spec), message);
        }
        List<String> out = new ArrayList<>(List.of(Long.toString(spec.count())));
        spec.condition().ifPresent(out::add);
        spec.beyond().studies().stream().map(StudyWords::of).forEach(out::add);
        return out.stream().collect(Collectors.joining("; "));
    }
}
