/**
 * What stands in a record because practice puts it there, whatever was asked of the cohort: what
 * was done at the visits that a record has, by whom guidelines order it for and as often as it is
 * done.
 */
package org.anamnesis.generate.care;
