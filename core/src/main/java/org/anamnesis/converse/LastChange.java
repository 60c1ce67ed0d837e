package org.anamnesis.converse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Overwrite;

/** What the last change put there. */
final class LastChange {
    private LastChange() {}

    /**
     * "remove it", of a wish that was asked in another form before: that form does not come back.
     * Empty where taking the change back does the same.
     */
    static List<Edit> dropped(Conversation c) {
        if (c.now().before().isEmpty()) {
            return List.of();
        }
        CohortSpec past = c.versions().get(c.now().before().getAsInt()).spec();
        List<Constraint> old = past.constraints();
        Set<Edit.Forget> before = new LinkedHashSet<>();
        old.forEach(x -> before.add(Edit.Forget.about(x)));
        Set<Edit> gone = new LinkedHashSet<>();
        for (Constraint now : c.spec().constraints()) {
            Edit.Forget forget = Edit.Forget.about(now);
            if (!old.contains(now) && before.contains(forget)) {
                gone.add(forget);
            }
        }
        List<Constraint> all = c.spec().constraints();
        boolean more = !c.spec().withConstraints(old).equals(past);
        boolean removed = all.size() < old.size() && old.containsAll(all) && !all.isEmpty();
        // of several the one named last; a removal is not taken back by another one
        if (gone.isEmpty() && (removed || (more && all.size() > old.size()))) {
            gone.add(Edit.Forget.about(all.get(all.size() - 1)));
        }
        List<Overwrite> values = c.spec().beyond().overwrites();
        boolean set = !values.isEmpty() && !past.beyond().overwrites().containsAll(values);
        if (gone.isEmpty() && set && !c.spec().withBeyond(past.beyond()).equals(past)) {
            gone.add(new Edit.Forget(values.get(values.size() - 1).observation()));
        }
        return List.copyOf(gone);
    }
}
