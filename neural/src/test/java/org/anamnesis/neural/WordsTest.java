package org.anamnesis.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.LearnRequest;
import org.anamnesis.converse.Progress;
import org.anamnesis.converse.RowsMade;
import org.anamnesis.converse.RowsRequest;
import org.anamnesis.converse.Turn;
import org.anamnesis.population.Weighted;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network learns a table through the public door and is steered by words like any engine. */
@Tag("slow")
class WordsTest {
    private static final int PEOPLE = 2_200;

    @TempDir private Path folder;

    private Path table() throws IOException {
        var text = new StringBuilder("sex,age,crp,stage,event\n");
        long key = new SeedTree(12).purpose("people");
        for (int i = 0; i < PEOPLE; i++) {
            double u = SeedTree.uniform(key, 5 * i);
            double age = Math.rint(40 + 30 * u + 20 * SeedTree.uniform(key, 5 * i + 1));
            double crp = Math.exp(1 + 2 * SeedTree.uniform(key, 5 * i + 2) + u);
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s,%.0f,%.1f,%s,%s\n",
                            SeedTree.uniform(key, 5 * i + 3) < 0.5 ? "F" : "M",
                            age,
                            crp,
                            List.of("I", "II", "III", "IV").get(i % 4),
                            SeedTree.uniform(key, 5 * i + 4) < 0.3 + 0.1 * (i % 4) ? "yes" : "no"));
        }
        return Files.writeString(folder.resolve("people.csv"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"diffusion", "gan", "autoregressive"})
    void wordsSteerANetwork(String engine) throws IOException {
        Path model = folder.resolve("people.model");
        Anamnesis program = Anamnesis.bundled();
        program.learn(
                new LearnRequest(
                        table(),
                        Optional.of(engine),
                        Optional.of(model),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.of(0.3)),
                Progress.silent());
        Path out = folder.resolve("made.csv");
        RowsMade made =
                program.sample(
                        new RowsRequest(
                                model,
                                Optional.of(
                                        "400 women over 50, stage III or IV, mean crp 12, 30 % event, correlation of age and crp 0.5"),
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                List.of(),
                                OptionalLong.empty(),
                                out),
                        Progress.silent());
        List<String[]> rows =
                Files.readAllLines(out).stream().skip(1).map(l -> l.split(",", -1)).toList();
        assertEquals(400, rows.size());
        for (String[] r : rows) {
            boolean asked = r[0].equals("F") && Integer.parseInt(r[1]) > 50;
            assertTrue(asked && r[3].matches("III|IV"), Arrays.toString(r));
        }
        double[] age = rows.stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray();
        double[] crp = rows.stream().mapToDouble(r -> Double.parseDouble(r[2])).toArray();
        double[] ones = new double[400];
        Arrays.fill(ones, 1);
        assertEquals(12, Weighted.mean(crp, ones), 0.2);
        assertEquals(0.5, Weighted.rankCorrelation(age, crp, ones), 0.03);
        assertEquals(120, rows.stream().filter(r -> r[4].equals("yes")).count());
        // half are women, half in these stages, most are older than 50
        assertEquals(0.2, made.yield(), 0.1);
        List<Turn> turns =
                program.on(model)
                        .interpret(List.of("300 women", "mean crp 10", "undo", "potassium above 5"))
                        .turns();
        assertEquals(
                List.of(Turn.Kind.CHANGED, Turn.Kind.CHANGED, Turn.Kind.CHANGED, Turn.Kind.PROBLEM),
                turns.stream().map(Turn::kind).toList());
    }
}
