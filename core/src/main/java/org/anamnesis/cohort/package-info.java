/** A generated cohort: what its columns mean, and its patients as an ordered stream of blocks. */
package org.anamnesis.cohort;
