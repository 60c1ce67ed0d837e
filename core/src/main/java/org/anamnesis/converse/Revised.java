package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "200 women with prostate cancer" cannot be; "men then" afterwards is said of that request,
 * although nothing of it was done. Only where no cohort was begun before it: beside one, it would
 * not be plain whether the failed wish is still wanted.
 */
final class Revised {
    private final Conversation heard;
    private final Reader reader;
    private final World world;

    Revised(Conversation heard, Reader reader, World world) {
        this.heard = heard;
        this.reader = reader;
        this.world = world;
    }

    /**
     * The message together with the request before, if that failed for what it asked and the two
     * can be met; else the message as it is.
     */
    Understood of(Understood now) {
        int size = heard.messages().size();
        boolean first = size > 1 && heard.spec().equals(CohortSpec.DEFAULT);
        if (!first || now.edits().isEmpty() || !now.unclear().isEmpty()) {
            return now;
        }
        String failed = heard.messages().get(size - 2);
        boolean asked =
                reader.read(failed, heard.spec(), heard.language()) instanceof Reading.Understood u
                        && u.edits().stream().anyMatch(q -> q.edit() instanceof Edit.SetCondition)
                        && u.questions().isEmpty();
        if (!asked) {
            return now;
        }
        Understood before = Understood.of(failed, heard.spec(), reader, heard.language());
        boolean anew = now.spec().condition().isPresent();
        boolean other = anew && !now.spec().condition().equals(before.spec().condition());
        if (other || possible(before.spec())) {
            return now; // another request, or the first was done and is given up since
        }
        return together(before, before.edits(), now)
                .or(() -> together(before, apart(before.edits(), now.edits()), now))
                .or(() -> anew ? together(before, plain(before.edits()), now) : Optional.empty())
                .orElse(now);
    }

    private Optional<Understood> together(
            Understood before, List<Reading.Quoted> kept, Understood now) {
        CohortSpec failed = Amendment.of(heard.spec(), edits(kept));
        CohortSpec spec = Amendment.of(failed, edits(now.edits()));
        if (!possible(spec)) {
            return Optional.empty();
        }
        List<Reading.Quoted> all = new ArrayList<>(kept);
        List<Edit> said = edits(now.edits());
        all.removeIf(q -> said.contains(q.edit()) || !stands(q.edit(), spec));
        all.addAll(now.edits());
        return Optional.of(
                new Understood(
                        spec,
                        Understood.quoted(all),
                        before.assumed(),
                        now.notUsed(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        now.links(),
                        all));
    }

    /** Whether what was wished at first is still so after the other message. */
    private static boolean stands(Edit edit, CohortSpec spec) {
        return !(edit instanceof Edit.AddConstraint a)
                || spec.constraints().contains(a.constraint());
    }

    /** The first wishes without those of the kind that is said anew: all of the drugs, say. */
    private static List<Reading.Quoted> apart(
            List<Reading.Quoted> before, List<Reading.Quoted> now) {
        Set<Class<?>> anew = new HashSet<>();
        now.forEach(q -> anew.add(kind(q.edit())));
        return before.stream()
                .filter(
                        q ->
                                !(q.edit() instanceof Edit.AddConstraint)
                                        || !anew.contains(kind(q.edit())))
                .toList();
    }

    /** Number, files and the like of whoever is described from the beginning again. */
    private static List<Reading.Quoted> plain(List<Reading.Quoted> before) {
        return before.stream().filter(q -> !(q.edit() instanceof Edit.AddConstraint)).toList();
    }

    private static Class<?> kind(Edit edit) {
        if (!(edit instanceof Edit.AddConstraint a)) {
            return edit.getClass();
        }
        if (a.constraint() instanceof Constraint.Require r) {
            return kind(r.criterion());
        }
        return a.constraint() instanceof Constraint.Share s
                ? kind(s.criterion())
                : a.constraint().getClass();
    }

    private static Class<?> kind(Criterion criterion) {
        return criterion instanceof Criterion.Not n ? kind(n.inner()) : criterion.getClass();
    }

    private static List<Edit> edits(List<Reading.Quoted> quoted) {
        return quoted.stream().map(Reading.Quoted::edit).toList();
    }

    private boolean possible(CohortSpec spec) {
        try {
            boolean met = world.problems(spec).isEmpty();
            if (met) {
                world.look(spec);
            }
            return met;
        } catch (RequestException e) {
            return false;
        }
    }
}
