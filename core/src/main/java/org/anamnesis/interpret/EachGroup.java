package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.StudyGroup;

/**
 * "30 % of each arm smoke", "60 % women in both groups": a share or a mean of every group that is
 * there, where one of all patients could be spread over them unevenly.
 */
final class EachGroup {
    private static final String EACH = "each|every|both|all|either";

    private final Draft draft;
    private final Sentence s;
    private final Vocabulary vocabulary;
    private final CohortSpec current;

    EachGroup(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.vocabulary = vocabulary;
        this.current = current;
    }

    boolean found() {
        for (int i = 0; i < s.size(); i++) {
            int to = where(i);
            if (to > 0 && s.free(0, s.size()) && asked(i, to)) {
                return true;
            }
        }
        return false;
    }

    /** One past "of each arm", "in both of the groups", "per group"; -1 if it is not here. */
    private int where(int i) {
        boolean per = s.word(i).equals("per");
        boolean in = s.like(i, "in|of|for|within|among");
        int at = in || per ? i + 1 : i;
        if (!per && !s.like(at, EACH)) {
            return -1;
        }
        at = per ? at : at + 1;
        while (s.like(at, "of|the|these|those|two|three|four|our|my") || s.at(at).number()) {
            at++;
        }
        boolean leads = in || per || i == 0 || s.like(i - 1, "[,;:.]|and|but");
        return leads && s.like(at, "arms?|groups?") ? at + 1 : -1;
    }

    /** The share or mean of each of the groups that the same message makes; its words are taken. */
    static List<Constraint> behind(Draft draft, Vocabulary vocabulary, CohortSpec current) {
        var words = new EachGroup(draft, vocabulary, current);
        Sentence s = draft.sentence;
        for (int i = 1; i < s.size(); i++) {
            int to = words.where(i);
            boolean ends = to > 0 && s.like(to, "|[,;.]");
            int from = i;
            while (ends && from > 0 && !s.like(from - 1, "[,;:.]")) {
                from--;
            }
            if (ends && from > 0 && s.free(from, to)) {
                Optional<GroupPart> part = words.part(s.english(from, i));
                if (part.isPresent()) {
                    s.use(from, to);
                    return part.get().constraints();
                }
            }
        }
        return List.of();
    }

    private boolean asked(int from, int to) {
        String before = s.english(0, from);
        String behind = s.english(to, s.size()).replaceFirst("^ *(?:should|must|shall)\\b", "");
        String words = (before + " " + behind).strip().replaceAll("[.!]+$", "");
        Optional<GroupPart> part =
                part(words).filter(p -> !current.beyond().groups().isShare(p.constraints().get(0)));
        for (StudyGroup group :
                part.isPresent() ? current.beyond().groups().all() : List.<StudyGroup>of()) {
            draft.edit(new Edit.AskGroup(group.name(), part.get().constraints()), 0, s.size());
        }
        part.ifPresent(p -> p.unread().forEach(draft::unread));
        return part.isPresent();
    }

    /** What the words ask, if that is nothing but shares and means. */
    private Optional<GroupPart> part(String words) {
        if (words.isBlank()) {
            return Optional.empty();
        }
        GroupPart part = GroupPart.of(words, vocabulary, current);
        boolean shares =
                part.constraints().stream()
                        .allMatch(
                                c -> c instanceof Constraint.Share || c instanceof Constraint.Mean);
        boolean whole = part.others().isEmpty() && part.problems().isEmpty();
        return shares && whole && !part.constraints().isEmpty()
                ? Optional.of(part)
                : Optional.empty();
    }
}
