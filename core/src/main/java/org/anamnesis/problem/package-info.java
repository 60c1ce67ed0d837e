/** What a user can act on: problems with a suggestion, collected and shown all at once. */
package org.anamnesis.problem;
