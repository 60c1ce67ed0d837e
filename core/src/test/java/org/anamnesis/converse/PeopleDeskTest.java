package org.anamnesis.converse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations that go from the built-in population to a model and back, and are kept. */
class PeopleDeskTest {
    private static final String BACK = "go back to the US population";

    @TempDir private static Path folder;
    private static Path model;
    private static String take;

    @BeforeAll
    static void learn() throws IOException {
        model = learned("people", 1);
        take = "use the model \"" + model + "\"";
    }

    private static Path learned(String name, long seed) throws IOException {
        var text = new StringBuilder("sex,age,a1c,seen,ward\n");
        long key = new SeedTree(seed).purpose("people");
        for (int i = 0; i < 300; i++) {
            text.append(SeedTree.uniform(key, 4 * i) < 0.5 ? "F" : "M")
                    .append(",")
                    .append(25 + (int) (60 * SeedTree.uniform(key, 4 * i + 1)))
                    .append(",")
                    .append(5 + (int) (50 * SeedTree.uniform(key, 4 * i + 2)) / 10.0)
                    .append(",")
                    .append(LocalDate.of(2019, 1, 1).plusDays(2L * i))
                    .append(SeedTree.uniform(key, 4 * i + 3) < 0.3 ? ",ICU\n" : ",General\n");
        }
        Path table = Files.writeString(folder.resolve(name + ".csv"), text);
        Path out = folder.resolve(name + ".model");
        SmallModels.learned(table, out);
        return out;
    }

    private static List<Step> steps(Conversation from, String... messages) {
        List<Step> steps = new ArrayList<>();
        Conversation c = from;
        for (String m : messages) {
            Step step = Anamnesis.bundled().turn(c, m);
            steps.add(step);
            c = step.after();
        }
        return steps;
    }

    private static Step last(Conversation from, String... messages) {
        List<Step> steps = steps(from, messages);
        return steps.get(steps.size() - 1);
    }

    @Test
    void whatWasAskedStaysWithOtherPeople() {
        Step there = last(Conversation.EMPTY, "300 women with HbA1c above 8", take);

        assertEquals(Turn.Kind.CHANGED, there.turn().kind(), there.turn().reply());
        assertTrue(there.turn().reply().contains("people.csv"), there.turn().reply());
        assertTrue(there.turn().reply().contains("ward"), there.turn().reply());
        assertEquals(300, there.after().spec().count());

        Step more = last(there.after(), "only ward ICU");
        assertEquals(Turn.Kind.CHANGED, more.turn().kind(), more.turn().reply());
        assertFalse(more.turn().reply().contains("reference population"));

        Step back = last(more.after(), BACK);
        assertTrue(back.turn().reply().contains("cannot be asked of them"), back.turn().reply());
        assertEquals(Optional.empty(), back.after().model());
        Step undone = last(back.after(), "undo");
        assertEquals(more.after().spec(), undone.after().spec());
        assertEquals(more.after().model(), undone.after().model());
    }

    @Test
    void backWhatBothCanBeAskedStays() {
        Step back = last(Conversation.EMPTY, take, "200 women with HbA1c above 8", BACK);

        assertEquals(200, back.after().spec().count());
        assertEquals(Turn.Kind.CHANGED, last(back.after(), "with type 2 diabetes").turn().kind());
    }

    @Test
    void aKeptConversationKnowsItsModel() throws IOException {
        Conversation said = last(Conversation.EMPTY, "100 women", take, "only ward ICU").after();

        Conversation kept = ConversationFile.read(ConversationFile.write(said));

        assertEquals(said, kept);
        assertEquals(Optional.of(model.toString()), kept.model().map(UsedModel::file));
        Step more = last(kept, "a1c above 7, seen in 2019");
        assertEquals(Turn.Kind.CHANGED, more.turn().kind(), more.turn().reply());
        assertTrue(
                more.turn().changes().stream()
                        .anyMatch(c -> c.text().contains("seen 2019-01-01 to 2019-12-31")),
                more.turn().changes().toString());

        Path out = folder.resolve("made.csv");
        Anamnesis.bundled().sample(request(more.after(), model, out), Progress.silent());
        List<String> lines = Files.readAllLines(out);
        assertEquals(101, lines.size());
        assertTrue(
                lines.subList(1, lines.size()).stream()
                        .allMatch(
                                l ->
                                        l.matches(
                                                "F,\\d+,(?:7\\.[1-9]|8\\.\\d|9\\.\\d|10),2019-.*,ICU")));
    }

    private static RowsRequest request(Conversation said, Path of, Path out) {
        return new RowsRequest(
                of,
                Optional.empty(),
                Optional.of(said),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                out);
    }

    @Test
    void aModelThatIsGoneOrAnotherLeavesTheConversationAsItIs() throws IOException {
        Path own = folder.resolve("own.model");
        Files.copy(model, own);
        Conversation said =
                last(Conversation.EMPTY, "use the model \"" + own + "\"", "100 women").after();

        Files.copy(learned("others", 2), own, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Step changed = last(said, "only ward ICU");
        assertEquals("talk.model.changed", changed.turn().problems().get(0).code());
        assertEquals(said.versions(), changed.after().versions());
        assertThrows(
                RequestException.class,
                () ->
                        Anamnesis.bundled()
                                .sample(
                                        request(said, own, folder.resolve("no.csv")),
                                        Progress.silent()));

        Files.delete(own);
        Step gone = last(said, "only ward ICU");
        assertEquals("talk.model.absent", gone.turn().problems().get(0).code());
        assertEquals(100, last(said, BACK).after().spec().count());
        assertEquals(Turn.Kind.CHANGED, last(said, take, "only ward ICU").turn().kind());
    }

    @Test
    void wordsAboutOtherThingsAreNoChangeOfPeople() {
        Step none = last(Conversation.EMPTY, "100 women", "use the model nowhere.model");
        assertEquals(Turn.Kind.PROBLEM, none.turn().kind());
        assertEquals(100, none.after().spec().count());
        Step gan = last(Conversation.EMPTY, "100 women", "use the GAN model");
        assertEquals(Optional.empty(), gan.after().model());
        assertFalse(
                gan.turn().problems().stream().anyMatch(p -> p.code().startsWith("talk.model")));
        assertEquals(
                Optional.empty(),
                ModelSwitch.of(
                        "go back to the US population", Optional.empty(), NamedFiles.ANYWHERE));
    }

    @Test
    void aNameThatNoFileCanHaveIsSaid() {
        Step step = last(Conversation.EMPTY, "use the model a\0b.model");
        assertEquals("talk.model.absent", step.turn().problems().get(0).code());
    }

    /** A door that others speak through says which files they may name, kept conversations too. */
    @Test
    void onlyFilesThatMayBeNamedAreRead(@TempDir Path outside) throws IOException {
        Path other = Files.copy(model, outside.resolve("other.model"));
        NamedFiles inside =
                named -> {
                    Path file = folder.resolve(named).normalize();
                    if (!file.startsWith(folder)) {
                        throw new RequestException(
                                List.of(new Problem("file.outside", "", "outside", "inside")));
                    }
                    return file;
                };
        Anamnesis confined = Anamnesis.bundled().reading(inside);
        String wanted = "use the model \"" + other + "\"";
        Step refused = confined.turn(Conversation.EMPTY, wanted);
        assertEquals("file.outside", refused.turn().problems().get(0).code());
        assertEquals(Optional.empty(), refused.after().model());
        Step taken = confined.turn(Conversation.EMPTY, "use the model people.model");
        assertEquals(model.toString(), taken.after().model().orElseThrow().file());

        Conversation kept = last(Conversation.EMPTY, wanted, "100 patients").after();
        Step again = confined.turn(kept, "only ward ICU");
        assertEquals("file.outside", again.turn().problems().get(0).code());
    }
}
