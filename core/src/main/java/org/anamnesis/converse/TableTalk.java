package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.interpret.Adviser;
import org.anamnesis.interpret.Intent;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Refusals;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.interpret.TableReader;
import org.anamnesis.interpret.TalkWords;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Populations;

/**
 * A conversation about a learned table: the turns are those of any conversation, the people are the
 * user's own, and what would be said of the built-in population is not said.
 */
final class TableTalk {
    private static final Pattern WHY =
            Pattern.compile(
                    "(?is)\\s*(?:and |but |so )?(?:why|how come|how so|where (?:does|do|did|is)|what explains|wieso|warum|weshalb|woher|por qu[eé]|pourquoi)\\b.*");

    /** Asks of what other people are like, or what is wanted in general. */
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "(?is).*\\b(?:us|usa|u\\.s\\.|united states|america\\w*|germany|country|nationwide|population|nhanes|evidence|guidelines?|published|literature|studies)\\b.*");

    private final LearnedTable table;
    private final TableWorld world;
    private final Reader reader;
    private final TalkDesk talk;

    TableTalk(Reader rules, LearnedTable table) {
        this.table = table;
        this.world = new TableWorld(table);
        this.reader = new TableReader(rules, table.columns(), table.name(), table.model().engine());
        this.talk = new TalkDesk(reader, Adviser.NONE, world);
    }

    /** Reads requests in the words of the table. */
    Reader reader() {
        return reader;
    }

    TableWorld world() {
        return world;
    }

    LearnedTable table() {
        return table;
    }

    Step turn(Conversation before, String message) {
        Optional<Answer> own =
                Refusals.of(message).isPresent() ? Optional.empty() : own(before, message);
        if (own.isPresent()) {
            return new Step(before.heard(message), Replies.answered(message, own.get()));
        }
        Step step = talk.turn(before, message);
        return new Step(step.after(), ofTable(step.turn()));
    }

    /** What is answered here, because elsewhere the answer is about other people. */
    private Optional<Answer> own(Conversation before, String message) {
        Language likely = before.language();
        String english = Language.english(message, likely);
        if (WHY.matcher(message).matches() || WHY.matcher(english).matches()) {
            return Optional.of(world.why(spokenOf(before, message), before.spec()));
        }
        Optional<Intent> intent = TalkWords.read(message, before.names().keySet(), likely);
        Optional<Intent.About.Topic> topic =
                intent.filter(i -> i instanceof Intent.About)
                        .map(i -> ((Intent.About) i).topic())
                        .filter(ModelAnswer.TOPICS::contains);
        if (topic.isPresent()) {
            return Optional.of(ModelAnswer.of(table.model(), topic.get()));
        }
        boolean others =
                intent.filter(
                                i ->
                                        i instanceof Intent.Sources
                                                || i instanceof Intent.About
                                                || i instanceof Intent.Rarity
                                                || i instanceof Intent.Real
                                                || i instanceof Intent.Fitness)
                        .isPresent();
        if (others) {
            return Optional.of(world.figures(spokenOf(before, message), before.spec()));
        }
        boolean elsewhere = message.strip().endsWith("?") && ELSEWHERE.matcher(message).matches();
        return elsewhere ? Optional.of(onlyHere(message, before.spec())) : Optional.empty();
    }

    private Answer onlyHere(String message, CohortSpec spec) {
        Answer figures = world.figures(world.mentioned(message), spec);
        List<String> lines = new ArrayList<>(figures.lines());
        lines.add("of other people and published figures, ./anamnesis ask \"...\" tells");
        return new Answer(
                "This conversation is about the people of your table %s alone, not about a country or published evidence. %s"
                        .formatted(table.name(), figures.text()),
                lines,
                figures.json());
    }

    /** The columns of this message, else those of the last one that names some. */
    private List<TableColumn> spokenOf(Conversation before, String message) {
        List<TableColumn> named = world.mentioned(message);
        for (int i = before.messages().size() - 1; named.isEmpty() && i >= 0; i--) {
            named = world.mentioned(before.messages().get(i));
        }
        return named;
    }

    /** The same turn without what is true of the built-in population only. */
    Turn ofTable(Turn t) {
        return new Turn(
                t.message(),
                t.kind(),
                t.reading(),
                ofTable(t.reply()),
                t.changes().stream().map(c -> c.told(ofTable(c.text()))).toList(),
                t.assumed(),
                t.notUsed(),
                t.problems(),
                t.question(),
                t.reach(),
                t.warnings(),
                t.typed(),
                t.language(),
                t.links());
    }

    private String ofTable(String reply) {
        CohortSpec none = CohortSpec.DEFAULT;
        return reply.replace(
                        "population " + Populations.inWords(none.population()),
                        "the people of the table " + table.name())
                .replace(Understood.words(none.observations()), "all columns");
    }
}
