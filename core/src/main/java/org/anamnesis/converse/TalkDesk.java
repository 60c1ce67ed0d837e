package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.anamnesis.interpret.Adviser;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.FollowUp;
import org.anamnesis.interpret.Intent;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.QuestionSlips;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.Refusals;
import org.anamnesis.interpret.Supposing;
import org.anamnesis.interpret.TalkWords;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * One turn of a conversation: what the message is (a word about the conversation, an answer to an
 * open question, a question, a change), and what comes of it. Keeps no state of its own, so that
 * the same words after the same conversation always come to the same.
 */
final class TalkDesk {
    private final Reader rules;
    private final Consulting consulting;
    private final World world;
    private final Changes changes;
    private final StillOpen stillOpen;

    /**
     * @param adviser is asked about words that the rules leave unread
     */
    TalkDesk(Reader rules, Adviser adviser, World world) {
        this.rules = rules;
        this.consulting = new Consulting(rules, adviser);
        this.world = world;
        this.changes = new Changes(rules, world);
        this.stillOpen = new StillOpen(new OpenQuestions(rules));
    }

    /** "waht is their mean BMI?" is answered as it was meant, and kept as it was typed. */
    Step turn(Conversation before, String typed) {
        String message = QuestionSlips.mended(typed);
        Step step = turn(before, before.heard(typed), message);
        return message.equals(typed)
                ? step
                : new Step(step.after(), step.turn().answering(typed, ""));
    }

    private Step turn(Conversation before, Conversation heard, String message) {
        Optional<Problem> refused = Refusals.of(message);
        if (refused.isPresent()) {
            return new Step(heard, Replies.refused(message, List.of(refused.get())));
        }
        Language likely = before.language();
        Optional<Intent> intent =
                Supposing.ends(message, before.spec(), likely)
                        ? Optional.empty()
                        : TalkWords.read(message, before.names().keySet(), likely);
        List<Clarification> open = new OpenQuestions(rules).before(message, before);
        if (intent.isPresent() && intent.get() instanceof Intent.Decide) {
            return decided(heard, message);
        }
        boolean yes = intent.isPresent() && intent.get() instanceof Intent.Thanks;
        if (yes) { // "yes" answers what was asked
            Optional<Clarification.Choice> usual = Choosing.of(open, message, likely);
            if (usual.isPresent()) {
                return chosen(heard, message, List.of(usual.get()));
            }
        }
        if (!open.isEmpty() && Choosing.none(message)) {
            Turn same = Replies.same(message, "Nothing else was changed.");
            return new Step(heard.open(Optional.empty()), same);
        }
        Optional<Question> between = Choosing.between(open);
        if (between.isPresent() && message.matches("(?i).*\\bdiffer\\p{L}*.*")) {
            return answered(heard, message, () -> world.answer(between.get()));
        }
        if (!open.isEmpty()
                && message.matches(
                        "(?is).*\\b(?:options|choices|possibilities|alternatives)\\b.*")) {
            return new Step(heard, Replies.answered(message, Choosing.choices(open.get(0))));
        }
        Optional<Answer> contained =
                Contained.of(heard, message, world)
                        .or(() -> AskedLimit.of(heard, message, world))
                        .or(() -> WhyNot.of(before, message, m -> turn(before, m).turn()));
        if (contained.isPresent()) {
            return new Step(heard, Replies.answered(message, contained.get()));
        }
        var parts = new InParts(before, heard, message, rules, changes, this::turn);
        Optional<Step> inParts = parts.step();
        if (inParts.isPresent()) {
            return inParts.get();
        }
        Optional<Compound> both =
                intent.filter(i -> !(i instanceof Intent.Save)).isPresent()
                        ? Optional.empty()
                        : Compound.of(before, message, rules);
        if (both.isPresent()) {
            return compound(before, heard, message, both.get());
        }
        Optional<Step> two = intent.isPresent() ? Optional.empty() : parts.joined(false);
        if (two.isPresent()) {
            return two.get();
        }
        if (intent.isPresent()) {
            return about(heard, message, intent.get());
        }
        Optional<Clarification.Choice> answer = Choosing.of(open, message, likely);
        if (answer.isPresent()) {
            return chosen(heard, message, List.of(answer.get()));
        }
        Optional<Step> more =
                PartAnswer.of(open, message, likely)
                        .flatMap(p -> p.done(heard, message, rules, changes, stillOpen));
        if (more.isPresent()) {
            return more.get();
        }
        String whole = WholeMessage.of(before, message, open, rules);
        return advised(consulting.on(heard, whole), whole);
    }

    /** First the word about the conversation, then the change, which alone is told. */
    private Step compound(Conversation before, Conversation heard, String message, Compound both) {
        Step first = about(heard, message, both.intent());
        if (!both.meansTheSame(before.spec(), first.after().spec(), rules)) {
            return advised(consulting.on(heard, message), message);
        }
        return both.done(before.heard(message), first, turn(first.after(), both.rest()));
    }

    /** What is open is left to the program. */
    private Step decided(Conversation heard, String message) {
        List<Clarification> open = new OpenQuestions(rules).of(heard);
        return open.isEmpty()
                ? new Step(heard, Replies.same(message, "Nothing is open; nothing was changed."))
                : chosen(heard, message, open.stream().map(Clarification::usual).toList());
    }

    /** A word about the conversation or the program. */
    private Step about(Conversation heard, String message, Intent intent) {
        if (intent instanceof Intent.Rarity) {
            Optional<Step> described =
                    Described.rarity(heard, message, rules, new HistoryDesk(world));
            if (described.isPresent()) {
                return described.get();
            }
        }
        if (intent instanceof Intent.Sources) {
            var sources = new Question.Sources(heard.spec().condition());
            return known(heard, message, new Earlier(heard, rules).behind(message))
                    .orElseGet(() -> answered(heard, message, () -> world.answer(sources)));
        }
        if (intent instanceof Intent.Decide) {
            return decided(heard, message);
        }
        if (intent instanceof Intent.DropName drop) {
            return new Step(heard, Replies.problem(message, List.of(SavedNames.kept(drop.name()))));
        }
        boolean first = heard.messages().size() == 1 && Help.greets(message);
        if (intent instanceof Intent.Thanks && first) {
            return new Step(heard, Replies.answered(message, Help.general()));
        }
        Optional<Step> own =
                new Earlier(heard, rules)
                        .specific(message, intent)
                        .flatMap(q -> known(heard, message, q));
        if (own.isPresent()) {
            return own.get();
        }
        boolean drop = intent instanceof Intent.DropLast;
        Optional<String> unsure =
                drop ? AskedAfter.unsure(heard, message, rules) : Optional.empty();
        if (unsure.isPresent()) {
            Understood u = Understood.of(unsure.get(), heard.spec(), rules, heard.language());
            return asking(heard, unsure.get(), u, rules);
        }
        List<Edit> gone = drop ? AskedAfter.gone(heard, message, rules) : List.of();
        return gone.isEmpty()
                ? new HistoryDesk(world, () -> new OpenQuestions(rules).of(heard))
                        .step(heard, message, intent)
                : said(heard, message, gone);
    }

    /** Read by the rules, and beside them by whoever was asked; a failure of his is said. */
    private Step advised(Conversation heard, String message) {
        Advice advice = heard.adviceOn(message);
        Step step = read(heard, message, new Advised(rules, advice));
        return advice.failed()
                .map(why -> new Step(step.after(), Replies.alone(step.turn(), why)))
                .orElse(step);
    }

    private Step chosen(Conversation heard, String message, List<Clarification.Choice> choices) {
        List<Edit> edits = choices.stream().flatMap(c -> c.edits().stream()).toList();
        if (edits.isEmpty()) {
            Turn same = Replies.same(message, "Nothing else was changed.");
            return new Step(heard.open(Optional.empty()), same);
        }
        List<String> labels =
                choices.stream().map(c -> c.label().replaceFirst("^(yes|no): ", "")).toList();
        CohortSpec spec = Amendment.of(heard.spec(), edits);
        return stillOpen.chosen(
                heard,
                spec,
                rest -> changes.step(heard, message, spec, labels, List.of(), List.of(), rest));
    }

    /** Edits that rest on what was said before. */
    private Step said(Conversation heard, String message, List<Edit> edits) {
        List<String> words = edits.stream().map(Understood::words).toList();
        return changes.step(
                heard,
                message,
                Amendment.of(heard.spec(), edits),
                words,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private Step read(Conversation heard, String message, Reader reader) {
        CohortSpec before = heard.spec();
        var earlier = new Earlier(heard, reader);
        List<Edit> meant = earlier.meant(message);
        if (!meant.isEmpty()) {
            return said(heard, message, meant);
        }
        Optional<Problem> nothing =
                PartlyUndone.nothing(heard, message)
                        .or(() -> Completed.unclear(heard, message, rules));
        if (nothing.isPresent()) {
            return new Step(heard, Replies.problem(message, List.of(nothing.get())));
        }
        Optional<Question> more =
                FollowUp.opens(message) ? earlier.goesOn(message) : Optional.empty();
        if (more.isPresent()) {
            return answered(heard, message, () -> world.answer(more.get(), before));
        }
        Optional<CohortSpec> supposed = earlier.supposed(message);
        if (supposed.isPresent()) {
            return new Step(heard, new HistoryDesk(world).rarity(message, supposed.get()));
        }
        Optional<Intent> about = earlier.aboutGoesOn(message);
        if (about.isPresent()) {
            return about(heard, message, about.get());
        }
        String words = earlier.mended(message).orElse(message);
        CohortSpec seen = AsMentioned.of(heard, words);
        Reading reading = OpenQuestions.reading(reader, words, seen, heard.language());
        Understood u = Understood.of(message, before, reading);
        if (u.question().isPresent()) {
            String question = u.question().get();
            return answered(heard, message, () -> world.answer(question, before));
        }
        boolean noise = u.problems().stream().anyMatch(p -> p.code().equals("request.noise"));
        if (noise) {
            Optional<String> corrected = Corrected.of(heard, message, rules);
            if (corrected.isPresent()) {
                u = Understood.of(corrected.get(), before, rules, heard.language());
            }
        }
        Optional<Remarked> remarked = Remarked.of(words, u, before, reader, heard.language());
        if (remarked.isPresent()) {
            String remark = remarked.get().remark().strip();
            u =
                    Understood.of(remarked.get().rest(), before, reader, heard.language())
                            .leaving(remark);
        }
        if (!u.problems().isEmpty()) {
            Optional<Intent> talk =
                    loosely(heard, message, false).filter(i -> noise || i instanceof Intent.GoBack);
            if (talk.isPresent()) {
                return about(heard, message, talk.get());
            }
            boolean refused =
                    u.problems().stream().anyMatch(p -> p.code().startsWith("request.refused"));
            return new Step(
                    heard,
                    refused
                            ? Replies.refused(message, u.problems())
                            : Replies.problem(message, u.problems()));
        }
        u = new Revised(heard, rules, world).of(u);
        Step step =
                u.unclear().isEmpty()
                        ? changes.step(
                                heard,
                                message,
                                u.spec(),
                                u.understood(),
                                u.assumed(),
                                u.notUsed(),
                                stillOpen.waiting(heard, u.spec()))
                        : asking(heard, message, u, reader);
        Turn turn = step.turn().with(u.linked());
        turn = turn.resting(Difference.resting(turn.changes(), before, u.edits()));
        return stillOpen.again(heard, new Step(step.after(), turn));
    }

    /** What is clear is done; what is not waits for the answer. */
    private Step asking(Conversation heard, String message, Understood u, Reader reader) {
        var reading =
                (Reading.Understood)
                        OpenQuestions.reading(reader, message, heard.spec(), heard.language());
        List<Clarification> asked = OpenQuestions.asked(reading);
        List<Edit> waiting = asked.stream().flatMap(q -> q.usual().edits().stream()).toList();
        List<Edit> clear =
                reading.edits().stream()
                        .map(Reading.Quoted::edit)
                        .filter(e -> !waiting.contains(e))
                        .toList();
        List<String> taken = asked.stream().map(q -> q.usual().assumption()).toList();
        List<String> assumed = u.assumed().stream().filter(a -> !taken.contains(a)).toList();
        List<String> understood =
                Understood.quoted(
                        reading.edits().stream().filter(q -> clear.contains(q.edit())).toList());
        CohortSpec spec = Amendment.of(heard.spec(), clear);
        var open = Optional.of(new Version.Open(message, heard.number()));
        Step step = changes.step(heard, message, spec, understood, assumed, u.notUsed(), open);
        Clarification first = asked.get(0);
        boolean failed = step.turn().kind() == Turn.Kind.PROBLEM;
        return failed ? step : new Step(step.after(), Replies.asking(step.turn(), first));
    }

    /** What has no answer may go on from the question before; else what is known nearby is said. */
    private Step answered(Conversation heard, String message, Supplier<Answer> answer) {
        try {
            return new Step(heard, Replies.answered(message, answer.get()));
        } catch (RequestException e) {
            return otherwise(heard, message, e.problems());
        }
    }

    private static Optional<Intent> loosely(Conversation heard, String message, boolean question) {
        return TalkWords.loosely(message, heard.names().keySet(), heard.language(), question)
                .filter(i -> !(i instanceof Intent.Decide) || heard.now().open().isPresent());
    }

    private Step otherwise(Conversation heard, String message, List<Problem> problems) {
        var earlier = new Earlier(heard, rules);
        Optional<Question> next =
                FollowUp.fragment(message) ? earlier.goesOn(message) : Optional.empty();
        Optional<Question> other =
                next.or(() -> earlier.judged(message))
                        .or(() -> Earlier.normal(message, heard.spec()))
                        .or(() -> Earlier.stage(message, heard.spec()))
                        .or(() -> OfLast.of(message, heard.spec()));
        Optional<Step> known = other.flatMap(q -> known(heard, message, q));
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Question> understood = next.or(() -> earlier.understood(message));
        Optional<Answer> wider = understood.flatMap(q -> world.wider(q, problems));
        if (wider.isPresent()) {
            return new Step(heard, Replies.answered(message, wider.get()));
        }
        boolean nothing = heard.spec().equals(CohortSpec.DEFAULT);
        Optional<Intent> about =
                loosely(heard, message, true)
                        .or(() -> TalkWords.about(message, heard.language()))
                        .filter(i -> understood.isEmpty())
                        .filter(i -> !(nothing && i instanceof Intent.Rarity));
        if (about.isPresent()) {
            return about(heard, message, about.get());
        }
        return world.nearest(message, heard.spec(), problems)
                .or(() -> understood.map(q -> NearestAnswer.none(problems)))
                .map(near -> new Step(heard, Replies.answered(message, near)))
                .orElseGet(() -> new Step(heard, Replies.problem(message, problems)));
    }

    /** The answer to a question; empty if no figure is known. */
    private Optional<Step> known(Conversation heard, String message, Question question) {
        return world.known(question, heard.spec())
                .map(a -> new Step(heard, Replies.answered(message, a)));
    }
}
