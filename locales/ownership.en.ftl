### Whose a first mobile is: the question to the operators' register (Shahkar), and what comes of it. English.

asking-owner = One moment; we compare the number with the operators’ register (Shahkar), so that the code reaches nobody but you.
still-asking-owner = We are still waiting for word about the number. We go on as soon as it is there.
mobile-mismatch =
    In the operators’ register (Shahkar) this number is not in the name of the principal insured. A line is often in a relative’s name and that is all right; our support staff check and register it, and your request has reached them.

    To have it checked, call support: { $support }
    Reference: { $reference }

    If a digit went wrong, or you have a number in your own name, begin the recovery anew.
