# Types each line of standard input and the tab key into a zsh with a terminal, and prints what stands there afterwards, once it is what
# stands behind the line, or after a while: zsh -f complete.zsh COMPLETIONS
zmodload zsh/zpty
zpty shell zsh -f -i
read_all() { local chunk; while zpty -r -t shell chunk; do seen+=$chunk; done }
zpty -w shell "PS1='> ' TERM=dumb; autoload -Uz compinit; compinit -u -D; source $1; setopt no_beep; LISTMAX=0; bindkey '^I' complete-word; print sour''ced"
seen=''
for (( i = 0; i < 600; i++ )); do read_all; [[ $seen == *sourced* ]] && break; sleep 0.1; done
while IFS=$'\t' read -r line wanted; do
    seen=''
    zpty -n -w shell "$line"$'\t'
    for (( i = 0; i < 300; i++ )); do read_all; [[ $seen == *$wanted* ]] && break; sleep 0.1; done
    print -r -- "$line|${(V)seen}"
    [[ $seen == *$wanted* ]] || { print -r -- "not completed: $line, $wanted"; exit 1 }
    zpty -n -w shell $'\x15'
    sleep 0.2
    read_all
done
zpty -d shell
