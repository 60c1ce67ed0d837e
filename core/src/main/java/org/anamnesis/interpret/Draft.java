package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/** What the topics have found in one message so far. */
final class Draft {
    /** What a criterion is about; lists ("without A or B") continue within one topic. */
    enum Topic {
        AGE,
        CATEGORY,
        LIMIT,
        CONDITION,
        MEDICATION
    }

    /**
     * A criterion in the tokens {@code from} to {@code to - 1}; not yet known what is asked of it.
     */
    record Found(Topic topic, Criterion criterion, int from, int to) {}

    private record Placed(int from, Quoted quoted) {}

    final Sentence sentence;
    private final List<Placed> edits = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<BareNames.Place> bare = new ArrayList<>();
    private final Set<String> assumptions = new LinkedHashSet<>();
    private final List<String> unread = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Ambiguity> ambiguities = new ArrayList<>();
    private int askable;
    private final List<Gap> gaps = new ArrayList<>();
    private final BitSet unknown = new BitSet();
    private final List<Problem> invitations = new ArrayList<>();
    private final List<Clarification> clarifications = new ArrayList<>();

    Draft(Sentence sentence) {
        this.sentence = sentence;
    }

    /** A value of which it is not said whose: that of the cohort, which is assumed. */
    void takenAsMean(String observation, double value, int from, int to) {
        assume("\"%s\" is taken as the mean of the cohort.".formatted(sentence.quote(from, to)));
        edit(new Edit.AddConstraint(new Constraint.Mean(observation, value)), from, to);
    }

    /** Adds an edit that rests on these tokens and marks them as used. */
    void edit(Edit edit, int from, int to) {
        edit(edit, from, to, true);
    }

    /**
     * @param all whether every token between belongs to the edit; if not, they were marked before
     */
    void edit(Edit edit, int from, int to, boolean all) {
        if (all) {
            sentence.use(from, to);
        }
        edits.add(new Placed(from, new Quoted(edit, sentence.quote(from, to))));
    }

    /** One more edit by the same words. */
    void more(Edit edit, Quoted beside) {
        int from =
                edits.stream()
                        .filter(e -> e.quoted().equals(beside))
                        .mapToInt(Placed::from)
                        .findFirst()
                        .orElse(0);
        edits.add(new Placed(from, new Quoted(edit, beside.quote())));
    }

    /** Takes back what was read too soon. */
    void withdraw(Predicate<Edit> which) {
        edits.removeIf(e -> which.test(e.quoted().edit()));
    }

    /** First tokens of such edits. */
    List<BareNames.Place> places(Predicate<Edit> which) {
        return edits.stream()
                .filter(e -> which.test(e.quoted().edit()))
                .map(e -> new BareNames.Place(e.from(), e.from() + 1))
                .toList();
    }

    /** Columns are asked for by nothing but their names. */
    void bare(List<BareNames.Place> names) {
        bare.addAll(names);
    }

    List<BareNames.Place> bare() {
        return List.copyOf(bare);
    }

    void found(Topic topic, Criterion criterion, int from, int to) {
        sentence.use(from, to);
        found.add(new Found(topic, criterion, from, to));
    }

    /** The same words with another criterion, once it is known what they mean. */
    void retaken(Found old, Criterion criterion) {
        found.remove(old);
        found.add(new Found(old.topic(), criterion, old.from(), old.to()));
    }

    /** These words are understood but no specification can hold them: they are quoted back. */
    void unread(int from, int to) {
        sentence.use(from, to);
        unread.add(sentence.quote(from, to));
    }

    /** The same, of words that were read apart from the message. */
    void unread(String words) {
        unread.add(words);
    }

    List<String> unread() {
        return List.copyOf(unread);
    }

    void problem(String code, int from, int to, String message, String suggestion) {
        sentence.use(from, to);
        problems.add(new Problem(code, sentence.quote(from, to), message, suggestion));
    }

    /** These words stand for something that nobody knows. */
    void unknown(int from, int to) {
        unknown.set(from, to);
    }

    boolean unknown(int token) {
        return token >= 0 && unknown.get(token);
    }

    /**
     * Values that shall be missing; who lacks them more often is known when those named are.
     *
     * @param more first token of who lacks them more often, or -1
     */
    record Gap(String observation, double percent, int from, int to, int more) {}

    void gap(Gap gap) {
        gaps.add(gap);
    }

    /** Gaps become edits; whoever is named for one is asked for nothing else. */
    void closeGaps() {
        for (Gap gap : gaps) {
            Optional<Found> more =
                    found.stream()
                            .filter(f -> gap.more() >= 0 && f.from() >= gap.more())
                            .min(Comparator.comparingInt(Found::from));
            more.ifPresent(found::remove);
            if (gap.more() >= 0 && more.isEmpty()) {
                unread.add(sentence.quote(gap.to(), gap.more() + 1)); // at random, and not as asked
            }
            edit(
                    new Edit.AddOverwrite(
                            new Overwrite.Missing(
                                    gap.observation(), gap.percent(), more.map(Found::criterion))),
                    gap.from(),
                    more.map(Found::to).orElse(gap.to()),
                    false);
        }
        gaps.clear();
    }

    /** Something wanted that needs more from the user; the rest of the message is done. */
    void invite(String code, int from, int to, String message, String suggestion) {
        sentence.use(from, to);
        invitations.add(new Problem(code, sentence.quote(from, to), message, suggestion));
    }

    List<Problem> invitations() {
        return List.copyOf(invitations);
    }

    /** A question whose usual reading is among the edits. */
    void clarify(Clarification question) {
        clarifications.add(question);
    }

    List<Clarification> clarifications() {
        return List.copyOf(clarifications);
    }

    /** The words from {@code from} to {@code to - 1} have a second reading. */
    void ask(Ambiguity ambiguity) {
        ambiguities.add(ambiguity);
    }

    /** The last problem is none where somebody can be asked. */
    void askInstead(Ambiguity ambiguity) {
        ambiguities.add(ambiguity);
        askable++;
    }

    /** Whether asking back would settle every problem. */
    boolean askable() {
        return askable == problems.size();
    }

    List<Ambiguity> ambiguities() {
        return List.copyOf(ambiguities);
    }

    void assume(String text) {
        assumptions.add(text);
    }

    /** What was assumed for something that was taken back. */
    void unassume(String text) {
        assumptions.remove(text);
    }

    /** Edits in the order of the user's words. */
    List<Quoted> edits() {
        return edits.stream()
                .sorted(Comparator.comparingInt(Placed::from))
                .map(Placed::quoted)
                .distinct()
                .toList();
    }

    boolean has(Class<? extends Edit> kind) {
        return edits.stream().anyMatch(e -> kind.isInstance(e.quoted().edit()));
    }

    /** Years of history that were read so far. */
    Optional<Double> years() {
        return edits.stream()
                .map(p -> p.quoted().edit())
                .filter(Edit.SetTimeline.class::isInstance)
                .map(e -> ((Edit.SetTimeline) e).years())
                .filter(y -> y > 0)
                .findFirst();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<String> assumptions() {
        return List.copyOf(assumptions);
    }

    /** Criteria in the order of the user's words. */
    List<Found> found() {
        return found.stream().sorted(Comparator.comparingInt(Found::from)).toList();
    }
}
