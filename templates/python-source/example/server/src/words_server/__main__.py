from words_server import main

main()
